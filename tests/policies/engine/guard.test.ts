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

  it("lets a package be used in the stack whose exemption names its provider, and nowhere else", () => {
    const exemption = (type: string, rule = "foreign-package") => ({
      rule,
      urn: `urn:pulumi:prod::telehealth::${type}::own`,
      owner: "a@example.com",
      reason: "For this test",
      until: "2027-01-01",
    });
    const allows = (written: object, name: string, stack: string) =>
      new Guard(pack, { exemptions: [written] }, { today: TODAY }).allowsPackage(name, stack);
    const own = exemption("pulumi:providers:datadog");
    assert.ok(allows(own, "datadog", "prod"));
    assert.ok(!allows(own, "datadog", "staging") && !allows(own, "other", "prod"));
    assert.ok(!allows(exemption("datadog:index/monitor:Monitor"), "datadog", "prod"));
    assert.ok(!allows(exemption("pulumi:providers:datadog", "other-aws-provider"), "datadog", "prod"));
    assert.ok(!allows({ ...own, until: "2026-12-31" }, "datadog", "prod"));
  });

  it("knows a policy that has been made by what AWS calls it", () => {
    const given: readonly Given[] = [
      { type: "aws:iam/policy:Policy", name: "reader", props: { policy: "{}" } },
      {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        name: "held",
        props: { role: "r", policyArn: "arn:aws:iam::111122223333:policy/x-1" },
      },
    ];
    const held = (id: string) => {
      const guard = new Guard(pack, {}, { today: TODAY, isUpdate: () => true });
      const [policy = assert.fail(), attachment = assert.fail()] = describedBy(given);
      guard.findings(policy);
      guard.made(policy.urn, id);
      guard.made("urn:pulumi:prod::telehealth::none::none", "x");
      return guard.findings(attachment).filter((each) => each.startsWith("iam-unseen-policy"));
    };
    assert.deepEqual(held("arn:aws:iam::111122223333:policy/x-1"), []);
    assert.equal(held("arn:aws:iam::111122223333:policy/x-12").length, 1);
  });

  it("knows a type by its old names, and nothing of components", () => {
    const balancer = (type: string) =>
      findings({ type, name: "web", props: { enableDeletionProtection: false } }).length;
    assert.ok(balancer("aws:lb/loadBalancer:LoadBalancer") > 0);
    assert.equal(balancer("aws:alb/loadBalancer:LoadBalancer"), balancer("aws:lb/loadBalancer:LoadBalancer"));
    assert.deepEqual(findings({ type: "telehealth:storage:Store", name: "store", props: {} }), []);
  });
});
