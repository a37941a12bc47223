import { strict as assert } from "node:assert";
import { deployUserPool } from "./exampleUserPool";

describe("SMS role", () => {
  it("is for Cognito, our account, and the id that the pool shows", async () => {
    const deployed = await deployUserPool();
    const [trust] = JSON.parse(deployed.one("iam/role:Role").inputs["assumeRolePolicy"]).Statement;
    const { smsConfiguration } = deployed.one("cognito/userPool:UserPool").inputs;
    assert.deepEqual([trust.Effect, trust.Action], ["Allow", "sts:AssumeRole"]);
    assert.deepEqual(trust.Principal, { Service: "cognito-idp.amazonaws.com" });
    assert.deepEqual(trust.Condition.StringEquals, {
      "sts:ExternalId": smsConfiguration.externalId,
      "aws:SourceAccount": "111122223333",
    });
    assert.match(smsConfiguration.snsCallerArn, /users-sms$/);
  });

  it("sends messages and does nothing else", async () => {
    const deployed = await deployUserPool();
    const policy = deployed.one("iam/rolePolicy:RolePolicy");
    assert.equal(policy.inputs["role"], deployed.one("iam/role:Role").name);
    assert.deepEqual(
      JSON.parse(policy.inputs["policy"]).Statement.map((each: any) => [each.Effect, each.Action]),
      [["Allow", "sns:Publish"]],
    );
  });

  it("may send before the pool exists", async () => {
    const deployed = await deployUserPool();
    const permission = deployed.one("iam/rolePolicy:RolePolicy").name;
    assert.deepEqual(deployed.one("cognito/userPool:UserPool").dependsOn, [permission]);
  });
});
