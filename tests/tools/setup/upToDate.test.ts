import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const SETUP = join(__dirname, "../../../tools/setup");

describe("set-up of an up-to-date clone", () => {
  it("says nothing and is over in half a second", () => {
    // The fastest of three: another process may take a core for a moment.
    const runs = Array.from({ length: 3 }, () => {
      const started = process.hrtime.bigint();
      const { status, stdout, stderr } = spawnSync(process.execPath, [SETUP], { encoding: "utf8" });
      assert.equal(status, 0, stderr);
      assert.equal(stdout + stderr, "");
      return Number(process.hrtime.bigint() - started) / 1e6;
    });
    assert.ok(Math.min(...runs) < 500, `${Math.min(...runs)} ms`);
  });
});
