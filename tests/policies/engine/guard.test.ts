import { strict as assert } from "node:assert";
import { Guard } from "../../../policies/engine/guard";
import { pack } from "../../../policies/pack";
import { describedBy } from "../described";
import { type Given, LATER, secret } from "../runner";

const topic = (kmsMasterKeyId?: unknown, type = "aws:sns/topic:Topic"): Given => ({
  type,
  name: "alerts",
  props: { kmsMasterKeyId },
});
const TODAY = "2027-01-01";
const findings = (given: Given, stack = "prod", settings = {}) =>
  new Guard(pack, settings, { today: TODAY }).findings(describedBy([given], stack)[0] ?? assert.fail());

describe("the guard inside a program", () => {
  it("says what a policy pack would stop: rule, resource, property, what to write, citation", () => {
    assert.match(findings(topic())[0] ?? "", /^sns-topic-encryption \(alerts\): kmsMasterKeyId: .+\. Set .+ \[45 CFR /);
  });

  it("looks into secrets, and lets pass what is not known yet", () => {
    assert.equal(findings(topic(secret("alias/aws/sns"))).length, 1);
    assert.deepEqual(findings(topic(secret("alias/ours"))), []);
    assert.deepEqual(findings(topic(LATER)), []);
  });

  it("leaves advice to the pack, in ephemeral stacks too", () => {
    const table: Given = {
      type: "aws:dynamodb/table:Table",
      name: "visits",
      props: { deletionProtectionEnabled: false },
    };
    const rules = (stack: string, settings = {}) => findings(table, stack, settings).map((each) => each.split(" ")[0]);
    assert.ok(rules("prod").includes("database-deletion-protection"));
    assert.ok(!rules("dev").includes("database-deletion-protection"));
    assert.ok(rules("dev", { ephemeralStacks: [] }).includes("database-deletion-protection"));
  });

  it("keeps to the exemptions", () => {
    const exemption = {
      rule: "sns-topic-encryption",
      urn: "urn:pulumi:prod::telehealth::aws:sns/topic:Topic::alerts",
      owner: "a@example.com",
      reason: "For this test",
      until: "2027-01-01",
    };
    assert.deepEqual(findings(topic(), "prod", { exemptions: [exemption] }), []);
    assert.equal(findings(topic(), "prod", { exemptions: [{ ...exemption, until: "2026-12-31" }] }).length, 1);
  });

  it("knows a type by its old names, and nothing of components", () => {
    const balancer = (type: string) =>
      findings({ type, name: "web", props: { enableDeletionProtection: false } }).length;
    assert.ok(balancer("aws:lb/loadBalancer:LoadBalancer") > 0);
    assert.equal(balancer("aws:alb/loadBalancer:LoadBalancer"), balancer("aws:lb/loadBalancer:LoadBalancer"));
    assert.deepEqual(findings({ type: "telehealth:storage:Store", name: "store", props: {} }), []);
  });
});
