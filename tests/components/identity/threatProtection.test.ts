import { strict as assert } from "node:assert";
import type { ThreatProtection } from "../../../components/identity/threatProtection";
import { deployUserPool } from "./exampleUserPool";

const RISK = "cognito/riskConfiguration:RiskConfiguration";

async function withMode(threatProtection: ThreatProtection) {
  const deployed = await deployUserPool({ threatProtection });
  const events = deployed.one("cognito/logDeliveryConfiguration:LogDeliveryConfiguration").inputs;
  return { deployed, pool: deployed.one("cognito/userPool:UserPool").inputs, events };
}

describe("threat protection", () => {
  it("off: stays on the plan that does not sell it", async () => {
    const { deployed, pool, events } = await withMode("off");
    assert.equal(pool["userPoolTier"], "ESSENTIALS");
    assert.equal("userPoolAddOns" in pool, false);
    assert.deepEqual(deployed.all(RISK), []);
    assert.deepEqual(
      events["logConfigurations"].map((each: any) => [each.eventSource, each.logLevel]),
      [["userNotification", "ERROR"]],
    );
  });

  it("audit: rates sign-ins, and acts on none", async () => {
    const { deployed, pool } = await withMode("audit");
    assert.equal(pool["userPoolTier"], "PLUS");
    assert.deepEqual(pool["userPoolAddOns"], { advancedSecurityMode: "AUDIT" });
    assert.deepEqual(deployed.all(RISK), []);
  });

  it("enforced: blocks leaked passwords and likely takeovers", async () => {
    const { deployed, pool } = await withMode("enforced");
    assert.equal(pool["userPoolTier"], "PLUS");
    assert.deepEqual(pool["userPoolAddOns"], { advancedSecurityMode: "ENFORCED" });
    const risk = deployed.one(RISK).inputs;
    assert.equal(risk["userPoolId"], "users-pool-id");
    assert.equal(risk["compromisedCredentialsRiskConfiguration"].actions.eventAction, "BLOCK");
    const { mediumAction, highAction } = risk["accountTakeoverRiskConfiguration"].actions;
    assert.deepEqual([mediumAction.eventAction, highAction.eventAction], ["MFA_REQUIRED", "BLOCK"]);
  });

  for (const mode of ["audit", "enforced"] as const)
    it(`${mode}: exports who signed in, and from where, to our log`, async () => {
      const { deployed, events } = await withMode(mode);
      const arn = "arn:aws:cloudwatch:us-east-1:111122223333:/aws/vendedlogs/cognito/users-pool-id";
      assert.equal(
        deployed.one("cloudwatch/logGroup:LogGroup").inputs["name"],
        "/aws/vendedlogs/cognito/users-pool-id",
      );
      assert.deepEqual(
        events["logConfigurations"].map((each: any) => [each.eventSource, each.logLevel]),
        [
          ["userNotification", "ERROR"],
          ["userAuthEvents", "INFO"],
        ],
      );
      for (const each of events["logConfigurations"]) assert.equal(each.cloudWatchLogsConfiguration.logGroupArn, arn);
    });
});
