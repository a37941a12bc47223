import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const TOOLS = join(__dirname, "../../tools");

describe("node tools/run", function () {
  this.timeout(60_000);
  const run = (tools: string, ...words: string[]) =>
    spawnSync(process.execPath, [join(tools, "run"), ...words], { encoding: "utf8" });

  it("ends with 2 and the usage for words that a command does not know", () => {
    const { status, stderr } = run(TOOLS, "cost", "--surprise");
    assert.equal(status, 2);
    assert.match(stderr, /--surprise[\s\S]*--budget/);
    assert.doesNotMatch(stderr, /\n {4}at /);
  });

  it("says where the list is when there is no such command", () => {
    const { status, stderr } = run(TOOLS, "nothing");
    assert.equal(status, 1);
    assert.match(stderr, /There is no command nothing\.\n {2}npm run help lists all\./);
  });

  it("says what to type where not even the dependencies are installed", () => {
    const folder = mkdtempSync(join(tmpdir(), "telehealth-run-"));
    try {
      cpSync(TOOLS, join(folder, "tools"), { recursive: true });
      cpSync(join(TOOLS, "../package.json"), join(folder, "package.json"));
      const { status, stderr } = run(join(folder, "tools"), "doctor");
      assert.equal(status, 1);
      assert.match(
        stderr,
        /The dependencies are not installed\.\n {2}Run npm start, which installs all that is missing\./,
      );
      assert.equal(run(join(folder, "tools"), "help").status, 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
