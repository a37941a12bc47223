import { strict as assert } from "node:assert";
import { createRequire } from "node:module";
import { join } from "node:path";
import { isAskedFor } from "../../lab/debug";

describe("the debugger", () => {
  const runnerOf = (runner: string) => createRequire(__filename).resolve(`@pulumi/pulumi/cmd/${runner}`);

  it("opens in the program or in the pack, as the SDK's own runners are called", () => {
    assert.equal(isAskedFor("program", runnerOf("run")), true);
    assert.equal(isAskedFor("pack", runnerOf("run-policy-pack")), true);
  });

  it("opens in no other process of the command", () => {
    assert.equal(isAskedFor("program", runnerOf("run-policy-pack")), false);
    assert.equal(isAskedFor("pack", runnerOf("run")), false);
    assert.equal(isAskedFor("program", join(__dirname, "..", "..", "tools", "offline", "index.js")), false);
    assert.equal(isAskedFor(undefined, runnerOf("run")), false);
    assert.equal(isAskedFor("everything", runnerOf("run")), false);
  });
});
