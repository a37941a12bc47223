import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SETUP = join(__dirname, "../../../tools/setup");

/** Notes each program that Node starts; what is asked of a program takes longer than all the rest of set-up. */
const NOTES = `
  const childProcess = require("node:child_process");
  const { appendFileSync } = require("node:fs");
  for (const name of ["spawn", "spawnSync"]) {
    const start = childProcess[name];
    childProcess[name] = (program, ...others) => {
      appendFileSync(process.env.STARTED, program + "\\n");
      return start(program, ...others);
    };
  }
`;

describe("set-up of an up-to-date clone", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "telehealth-up-to-date-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("says nothing and starts no program", () => {
    const [notes, started] = [join(folder, "notes.js"), join(folder, "started")];
    writeFileSync(notes, NOTES);
    const env = { ...process.env, STARTED: started };
    const run = (...words: string[]) => spawnSync(process.execPath, [...words, SETUP], { encoding: "utf8", env });
    // Brings it up to date.
    assert.equal(run().status, 0);
    writeFileSync(started, "");
    const { status, stdout, stderr } = run("--require", notes);
    assert.equal(status, 0, stderr);
    assert.equal(stdout + stderr, "");
    assert.equal(readFileSync(started, "utf8"), "");
  });
});
