import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readArchive } from "../../../../tools/ops/tasks/archive";

/** Made by pg_dump 15.18 of a database with a few tables in the schemas that Supabase has. */
const REAL = join(__dirname, "../../../fixtures/ops/supabase.dump");

describe("an archive of pg_dump", () => {
  const folder = mkdtempSync(join(tmpdir(), "archive-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const read = (bytes: Buffer) => {
    const file = join(folder, "dump");
    writeFileSync(file, bytes);
    return readArchive(file);
  };

  it("tells who wrote it and what is in it", () => {
    const archive = readArchive(REAL);
    assert.match(archive?.dumpVersion ?? "", /^15\.18\b/);
    const tables = archive?.objects.filter(({ kind }) => kind === "TABLE DATA");
    assert.deepEqual(tables, [
      { kind: "TABLE DATA", name: "users", schema: "auth" },
      { kind: "TABLE DATA", name: "patients", schema: "public" },
      { kind: "TABLE DATA", name: "messages", schema: "realtime" },
      { kind: "TABLE DATA", name: "objects", schema: "storage" },
      { kind: "TABLE DATA", name: "secrets", schema: "vault" },
    ]);
    assert.equal(archive?.isComplete, true);
  });

  it("is not complete when its data is missing, or even its table of contents", () => {
    const bytes = readFileSync(REAL);
    for (const size of [8, 400, bytes.length - 600]) assert.equal(read(bytes.subarray(0, size))?.isComplete, false);
  });

  // PostgreSQL 9.0, 12, 16 and 17: what each added to the format is in pg_backup_archiver.c.
  for (const minor of [12, 14, 15, 16])
    it(`is read in version 1.${minor} of the format`, () => {
      assert.deepEqual(read(archiveOf(minor)), {
        dumpVersion: "17.2",
        isComplete: true,
        objects: [
          { kind: "TABLE", name: "visits", schema: "public" },
          { kind: "SCHEMA", name: "clinic", schema: undefined },
        ],
      });
    });

  for (const [what, bytes] of [
    ["a version that is older", archiveOf(11)],
    ["a version that is newer", archiveOf(17)],
    ["another format of pg_dump", archiveOf(16, 3)],
    ["plain SQL", Buffer.from("--\n-- PostgreSQL database dump\n--\n")],
  ] as const)
    it(`is not ${what}`, () => {
      assert.equal(read(bytes), undefined);
    });
});

/** A table and a schema as pg_dump writes them, one number and one text after the other. */
function archiveOf(minor: number, format = 1): Buffer {
  const int = (value: number) => Buffer.from([value < 0 ? 1 : 0, Math.abs(value), 0, 0, 0]);
  const text = (value: string | null) =>
    value === null ? int(-1) : Buffer.concat([int(value.length), Buffer.from(value)]);
  const entry = (kind: string, name: string, schema: string | null) => [
    ...[int(7), int(1), text("1259"), text("16384"), text(name), text(kind), int(2)],
    ...[text("CREATE;"), text("DROP;"), text(null), text(schema), text("")],
    ...(minor >= 14 ? [text("heap")] : []),
    ...(minor >= 16 ? [int(114)] : []),
    ...[text("postgres"), text("false"), text("5"), text("6"), text(null)],
    Buffer.from([2, 9, 0, 0, 0, 0, 0, 0, 0]),
  ];
  return Buffer.concat([
    Buffer.from("PGDMP"),
    Buffer.from([1, minor, 0, 4, 8, format]),
    minor >= 15 ? Buffer.from([1]) : int(-1),
    ...[1, 2, 3, 4, 10, 126, 0].map(int),
    ...[text("telehealth"), text("17.4"), text("17.2"), int(2)],
    ...entry("TABLE", "visits", "public"),
    ...entry("SCHEMA", "clinic", null),
  ]);
}
