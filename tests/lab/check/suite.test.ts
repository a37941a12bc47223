import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSuite } from "../../../lab/check/suite";

describe("a suite of tests in a process of its own", function () {
  this.timeout(120_000);
  const folder = mkdtempSync(join(tmpdir(), "telehealth-suite-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const file = (name: string, text: string) => {
    const path = join(folder, `${name}.test.js`);
    writeFileSync(path, text);
    return path;
  };
  const good = file("good", `it("passes", () => {}); it("is skipped", function () { this.skip(); });`);
  const bad = file("bad", `it("fails", () => { throw new Error("no"); });`);
  const dies = file("dies", `it("ends the process", () => process.exit(0));`);
  const breaks = file("breaks", `throw new Error("cannot be loaded");`);

  for (const [what, files, jobs, counts] of [
    ["is counted", [good], 1, { passed: 1, failed: 0, skipped: 1 }],
    ["is counted when several files run at once", [good, bad], 2, { passed: 1, failed: 1, skipped: 1 }],
    ["has failed when its process dies, whatever it ended with", [dies], 1, { passed: 0, failed: 1, skipped: 0 }],
    ["has failed when one of several processes dies", [good, dies], 2, { passed: 1, failed: 1, skipped: 1 }],
    ["has failed when a file cannot be loaded", [breaks], 1, { passed: 0, failed: 1, skipped: 0 }],
  ] as const)
    it(what, async () => {
      const { log } = console;
      const write = process.stdout.write.bind(process.stdout);
      Object.assign(console, { log: () => undefined });
      Object.assign(process.stdout, { write: () => true });
      try {
        assert.deepEqual(await runSuite({ files, title: undefined, options: [] }, jobs, "keep"), counts);
      } finally {
        Object.assign(console, { log });
        Object.assign(process.stdout, { write });
      }
    });
});
