import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withPolicies } from "../../../tools/deploy/withPolicies";

const PACK = ["--policy-pack", join("root", "policies")];
const CONFIG = ["--policy-pack-config", join("root", "stacks", "policies.json")];
const complete = (...words: string[]) => withPolicies("root", words);

describe("a command on the real AWS", () => {
  for (const command of ["preview", "up", "update", "watch"])
    it(`gets the pack with its configuration when it is ${command}, and the program is told`, () => {
      const { args, env } = complete(command, "--stack", "prod");
      assert.deepEqual(args, [command, ...PACK, ...CONFIG, "--stack", "prod"]);
      assert.deepEqual(env, { TELEHEALTH_POLICY_PACK: "passed" });
    });

  it("keeps the user's configuration of the pack", () => {
    const { args } = complete("up", "--policy-pack-config=mine.json");
    assert.deepEqual(args, ["up", ...PACK, "--policy-pack-config=mine.json"]);
  });

  it("gets our pack beside one of the user's, which the CLI then wants without configurations", () => {
    assert.deepEqual(complete("up", "--policy-pack", "mine").args, ["up", ...PACK, "--policy-pack", "mine"]);
  });

  it("stays as it is when it judges nothing", () => {
    assert.deepEqual(complete("destroy", "--yes"), { args: ["destroy", "--yes"], env: {} });
    assert.deepEqual(complete(), { args: ["help"], env: {} });
  });
});

describe("the committed configuration of the pack", () => {
  it("holds settings of the whole pack only: a rule is not switched off there, it is exempted", () => {
    const written = JSON.parse(readFileSync(join(__dirname, "../../../stacks/policies.json"), "utf8"));
    assert.deepEqual(Object.keys(written), ["pack-settings"]);
    assert.deepEqual(written["pack-settings"].ephemeralStacks, ["dev"]);
  });
});
