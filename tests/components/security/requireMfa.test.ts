import { strict as assert } from "node:assert";
import { RequireMfa, type RequireMfaArgs } from "../../../components/security/requireMfa";
import { deploy, promiseOf } from "../../harness";

const ACCOUNT = "111122223333";
const group = (changes: Partial<RequireMfaArgs> = {}) =>
  deploy((opts) => new RequireMfa("people", { groupName: "operators", accountId: ACCOUNT, ...changes }, opts));
const statements = async (changes: Partial<RequireMfaArgs> = {}): Promise<Record<string, any>> => {
  const { inputs } = (await group(changes)).one("iam/policy:Policy");
  return Object.fromEntries(JSON.parse(inputs["policy"]).Statement.map((each: any) => [each.Sid, each]));
};

describe("RequireMfa", () => {
  it("denies everything but setting MFA up, until there is MFA", async () => {
    const { NothingWithoutMfa: deny } = await statements();
    assert.deepEqual([deny.Effect, deny.Resource, deny.Action], ["Deny", "*", undefined]);
    assert.deepEqual(deny.Condition, { BoolIfExists: { "aws:MultiFactorAuthPresent": "false" } });
    assert.ok(deny.NotAction.includes("iam:EnableMFADevice") && deny.NotAction.includes("sts:GetSessionToken"));
  });

  it("leaves nobody a way to remove MFA, or to get at keys or somebody else's account, without it", async () => {
    const { NothingWithoutMfa: deny } = await statements();
    for (const action of [
      "iam:DeactivateMFADevice",
      "iam:DeleteVirtualMFADevice",
      "iam:CreateAccessKey",
      "iam:UpdateLoginProfile",
      "sts:AssumeRole",
    ])
      assert.ok(!deny.NotAction.includes(action), action);
    assert.ok(deny.NotAction.every((action: string) => !action.includes("*")));
  });

  it("asks for MFA again after an hour, or as told", async () => {
    const age = async (changes: Partial<RequireMfaArgs>) => (await statements(changes))["NothingAfterTheSession"];
    const deny = await age({});
    assert.deepEqual([deny.Effect, deny.Resource], ["Deny", "*"]);
    assert.deepEqual(deny.Condition, { NumericGreaterThan: { "aws:MultiFactorAuthAge": "3600" } });
    assert.deepEqual((await age({ sessionSeconds: 900 })).Condition, {
      NumericGreaterThan: { "aws:MultiFactorAuthAge": "900" },
    });
    await assert.rejects(group({ sessionSeconds: 899 }), /sessionSeconds: 899/);
    await assert.rejects(group({ sessionSeconds: 43201 }), /sessionSeconds: 43201/);
  });

  it("lets people enrol themselves and nobody else", async () => {
    const { OwnPassword, OwnDevice, NewDevice, Look } = await statements();
    const self = `arn:aws:iam::${ACCOUNT}:user/\${aws:username}`;
    assert.deepEqual([OwnPassword.Resource, OwnDevice.Resource], [self, self]);
    assert.equal(NewDevice.Resource, `arn:aws:iam::${ACCOUNT}:mfa/*`);
    assert.deepEqual(Look.Action, ["iam:GetAccountPasswordPolicy", "iam:ListVirtualMFADevices"]);
  });

  it("gives its group further rights only once MFA is required of it", async () => {
    const deployed = await group({ policyArns: { operate: "arn:aws:iam::111122223333:policy/operate" } });
    const required = deployed.one("iam/groupPolicyAttachment:GroupPolicyAttachment", "people-required");
    assert.match(required.inputs["policyArn"], /people-policy$/);
    const more = deployed.one("iam/groupPolicyAttachment:GroupPolicyAttachment", "people-may-operate");
    assert.deepEqual([more.inputs["group"], more.dependsOn], ["operators", ["people-required"]]);
  });

  it("lets its members ask for the roles named, and for no others", async () => {
    const roleArns = [`arn:aws:iam::${ACCOUNT}:role/telehealth-prod-break-glass`];
    const { TakeRoles } = await statements({ roleArns });
    assert.deepEqual([TakeRoles.Effect, TakeRoles.Action, TakeRoles.Resource], ["Allow", "sts:AssumeRole", roleArns]);
    assert.equal((await statements())["TakeRoles"], undefined);
  });

  it("returns the group and the policy, and refuses a name that IAM does not take", async () => {
    const { result } = await group();
    assert.equal(await promiseOf(result.groupName), "operators");
    assert.match(await promiseOf(result.policyArn), /people-policy$/);
    await assert.rejects(group({ groupName: "the operators" }), /groupName: /);
  });
});
