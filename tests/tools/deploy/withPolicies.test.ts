import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { switchedOff, withPolicies } from "../../../tools/deploy/withPolicies";

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

describe("a configuration of the pack", () => {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-pack-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const refusals = (written: unknown, ...flag: string[]) => {
    writeFileSync(join(folder, "mine.json"), typeof written === "string" ? written : JSON.stringify(written));
    return switchedOff(["up", ...(flag.length > 0 ? flag : ["--policy-pack-config", "mine.json"])], folder);
  };

  for (const level of ["disabled", "advisory"])
    it(`is refused when a rule is ${level} in it, in either form and of either flag`, () => {
      const says = [`mine.json: rds-encryption is ${level}. Write an exemption with owner, reason and expiry.`];
      assert.deepEqual(refusals({ "rds-encryption": level }), says);
      assert.deepEqual(
        refusals({ "rds-encryption": { enforcementLevel: level } }, "--policy-pack-config=mine.json"),
        says,
      );
    });

  it("is refused when all rules are off", () => {
    assert.equal(refusals({ all: "disabled" }).length, 1);
  });

  it("may hold settings, and rules made mandatory", () => {
    assert.deepEqual(refusals({ "pack-settings": { ephemeralStacks: [] }, "backup-plan": "mandatory" }), []);
  });

  it("is left to the CLI when it cannot be read", () => {
    assert.deepEqual(refusals("{"), []);
    assert.deepEqual(switchedOff(["up", "--policy-pack-config", "missing.json"], folder), []);
    assert.deepEqual(switchedOff(["up"], folder), []);
  });
});

describe("the committed configuration of the pack", () => {
  it("holds settings of the whole pack only: a rule is not switched off there, it is exempted", () => {
    const written = JSON.parse(readFileSync(join(__dirname, "../../../stacks/policies.json"), "utf8"));
    assert.deepEqual(Object.keys(written), ["pack-settings"]);
    assert.deepEqual(written["pack-settings"].ephemeralStacks, ["dev"]);
  });
});
