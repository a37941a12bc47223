import { strict as assert } from "node:assert";
import { PasswordPolicy, type PasswordPolicyArgs } from "../../../components/security/passwordPolicy";
import { deploy } from "../../harness";

const policy = async (args?: PasswordPolicyArgs) =>
  (await deploy((opts) => new PasswordPolicy("passwords", args, opts))).one(
    "iam/accountPasswordPolicy:AccountPasswordPolicy",
  );

describe("PasswordPolicy", () => {
  it("asks for every class of characters and remembers as many passwords as IAM can", async () => {
    const { inputs } = await policy();
    for (const each of ["LowercaseCharacters", "UppercaseCharacters", "Numbers", "Symbols"])
      assert.equal(inputs[`require${each}`], true, each);
    assert.equal(inputs["passwordReusePrevention"], 24);
  });

  it("never locks the owner of an expired password out", async () => {
    const { inputs } = await policy();
    assert.deepEqual([inputs["hardExpiry"], inputs["allowUsersToChangePassword"]], [false, true]);
  });

  it("can be made stricter", async () => {
    const before = (await policy()).inputs;
    assert.deepEqual([before["minimumPasswordLength"], before["maxPasswordAge"]], [14, 90]);
    const after = (await policy({ minimumLength: 20, maxAgeDays: 60 })).inputs;
    assert.deepEqual([after["minimumPasswordLength"], after["maxPasswordAge"]], [20, 60]);
  });

  for (const minimumLength of [13, 129, 14.5])
    it(`refuses ${minimumLength} characters`, async () => {
      await assert.rejects(policy({ minimumLength }), /minimumLength.*Use 14 to 128/);
    });

  for (const maxAgeDays of [0, 1096])
    it(`refuses a life of ${maxAgeDays} days`, async () => {
      await assert.rejects(policy({ maxAgeDays }), /maxAgeDays.*Use 1 to 1095/);
    });

  it("stays when the stack goes", async () => {
    assert.equal((await policy()).opts.retainOnDelete, true);
  });
});
