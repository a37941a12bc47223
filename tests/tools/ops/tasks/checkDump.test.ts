import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { restoreScript } from "../../../../components/compute/importScript";
import { checkDump, TAKEN } from "../../../../tools/ops/tasks/checkDump";

const FIXTURES = join(__dirname, "../../../fixtures/ops");
const WHOLE = join(FIXTURES, "supabase.dump");
const GOOD = join(FIXTURES, "clinic.dump");

describe("a dump is checked before it leaves this computer", () => {
  const folder = mkdtempSync(join(tmpdir(), "dump-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (content: string | Buffer) => {
    const path = join(folder, "database.dump");
    writeFileSync(path, content);
    return path;
  };

  it("takes one that holds what the task restores", () => {
    assert.deepEqual(checkDump(GOOD, []), { path: GOOD, size: readFileSync(GOOD).length, major: 15, leftOut: [] });
  });

  it("restores the schemas that the task restores", () => {
    const restored = restoreScript(["public"], []).matchAll(/--schema=(\w+)/g);
    assert.deepEqual(
      [...restored].map(([, schema]) => schema),
      TAKEN,
    );
  });

  it("refuses schemas that would stay behind, with the flags that leave them out", () => {
    assert.throws(
      () => checkDump(WHOLE, []),
      /leaves out: realtime, vault\.[^]*\n {2}--exclude-schema=realtime --exclude-schema=vault\n[^]*--leave-out realtime,vault$/,
    );
  });

  it("takes them when they may stay behind", () => {
    assert.deepEqual(checkDump(WHOLE, ["realtime", "vault"]).leftOut, ["realtime", "vault"]);
    assert.throws(() => checkDump(WHOLE, ["realtime"]), /leaves out: vault\./);
  });

  it("takes schemas that it does not know for your own", () => {
    // One letter of each name: the archive stays as long as it was.
    const renamed = readFileSync(WHOLE)
      .toString("latin1")
      .replaceAll("vault", "vaulx")
      .replaceAll("realtime", "realtimx");
    assert.throws(
      () => checkDump(file(Buffer.from(renamed, "latin1")), []),
      /Perhaps your own: realtimx, vaulx\. Move what you need into public/,
    );
  });

  for (const [what, content, said] of [
    ["plain SQL", "--\n-- PostgreSQL database dump\n--\n", /is plain SQL, .*\n {2}pg_dump --format=custom /],
    ["anything else", "PK\u0003\u0004 a zip file", /is not a pg_dump archive, .*\n {2}pg_dump --format=custom /],
    ["a newer format", "PGDMP\u0001\u0063\u0000", /in a version that is not known here/],
    ["half a dump", readFileSync(GOOD).subarray(0, 2000), /is truncated/],
    ["a dump without public", withoutPublic(), /nothing in the schema public/],
  ] as const)
    it(`refuses ${what}`, () => {
      assert.throws(() => checkDump(file(content), []), said);
    });

  it("refuses a file that is not there, and a folder", () => {
    assert.throws(() => checkDump(join(folder, "absent"), []), /absent: there is no such file\./);
    assert.throws(() => checkDump(folder, []), /there is no such file\./);
  });
});

function withoutPublic(): Buffer {
  return Buffer.from(readFileSync(GOOD).toString("latin1").replaceAll("public", "clinic"), "latin1");
}
