import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fetchScript, restoreScript, WORK } from "../../../components/compute/importScript";

const RESTORE = restoreScript(["public"], ["uuid-ossp"]);

/** Runs the restore with stand-ins for its two programs, a pipe that is there, and returns what psql was told. */
function run(pgRestore: string) {
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  const program = (name: string, text: string) => {
    writeFileSync(join(folder, name), `#!/bin/bash\n${text}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  program("pg_restore", `echo "$@" > ${folder}/arguments; cat > /dev/null; ${pgRestore}`);
  program("psql", `{ echo "-- psql $*"; [[ "$*" == *--command* ]] || cat; } >> ${folder}/said`);
  const script = RESTORE.replaceAll(WORK, folder);
  const begin = `mkfifo ${folder}/dump; echo archive > ${folder}/dump &\n`;
  const { status } = spawnSync("bash", ["-c", begin + script], {
    env: { PATH: `${folder}:${process.env["PATH"] ?? ""}` },
    timeout: 8000,
  });
  const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "");
  const result = { status, said: read("said"), arguments: read("arguments") };
  rmSync(folder, { recursive: true });
  return result;
}

describe("the import's scripts", () => {
  for (const [name, script] of Object.entries({ fetch: fetchScript(), restore: RESTORE }))
    it(`are scripts that bash reads, and that stop at the first failure: ${name}`, () => {
      assert.equal(spawnSync("bash", ["-n", "-c", script]).status, 0);
      assert.match(script, /^set -euo pipefail\n/);
    });

  it("commit what was restored, without the host's schemas and roles", () => {
    const { status, said } = run("echo 'CREATE TABLE public.patients();'");
    assert.equal(status, 0);
    const order = [
      "EXCEPTION 'the database already has tables",
      "BEGIN;",
      'CREATE EXTENSION IF NOT EXISTS "uuid-ossp" SCHEMA extensions;',
      "CREATE ROLE authenticated NOLOGIN;",
      "CREATE TABLE public.patients();",
      "DROP SCHEMA auth CASCADE;",
      "DROP SCHEMA storage CASCADE;",
      "DROP ROLE authenticated;",
      "COMMIT;",
      "command=ANALYZE",
    ];
    const places = order.map((text) => said.indexOf(text));
    assert.ok(
      places.every((place) => place >= 0),
      said,
    );
    assert.deepEqual(
      places,
      [...places].sort((a, b) => a - b),
    );
  });

  it("commit nothing of a dump that breaks off", () => {
    const { status, said } = run("echo 'CREATE TABLE public.patients();'; exit 1");
    assert.notEqual(status, 0);
    assert.match(said, /BEGIN;[\s\S]*CREATE TABLE/);
    assert.doesNotMatch(said, /COMMIT|ANALYZE/);
  });

  it("restore the named schemas and those that these lean on, without the host's owners and grants", () => {
    const { arguments: given } = run("true");
    assert.deepEqual(given.trim().split(" "), [
      "--no-owner",
      "--no-privileges",
      "--schema=public",
      "--schema=auth",
      "--schema=storage",
      "--file=-",
    ]);
  });

  it("keep the text of errors, which may quote a patient's data, out of the log", () => {
    assert.match(run("true").said, /VERBOSITY=sqlstate/);
  });

  it("stream the dump, and never write it down", () => {
    const script = fetchScript();
    assert.match(script, /mkfifo -m 644 \/work\/dump\naws s3 cp .* - > \/work\/dump$/);
  });
});
