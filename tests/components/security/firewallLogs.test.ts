import { strict as assert } from "node:assert";
import * as aws from "@pulumi/aws";
import { Firewall } from "../../../components/security/firewall";
import { deploy } from "../../harness";
import { ARGS, EXAMPLES, firewall } from "./exampleFirewall";

describe("the logs of a firewall", () => {
  for (const example of EXAMPLES) {
    const region = ["web", "recordings"].includes(example.traffic.purpose) ? "us-east-1" : "us-east-2";
    it(`for ${example.traffic.purpose} are all in ${region}, the region of its web ACL`, async () => {
      const deployed = await firewall(example);
      for (const type of [
        "cloudwatch/logGroup:LogGroup",
        "wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
      ])
        assert.equal(deployed.one(type).inputs["region"], region, type);
    });
  }

  it("are in a group that AWS WAF may write to, encrypted and kept", async () => {
    const { inputs } = (await firewall()).one("cloudwatch/logGroup:LogGroup");
    assert.deepEqual(inputs, {
      region: "us-east-2",
      name: "aws-waf-logs-telehealth-test-api",
      kmsKeyId: ARGS.logKmsKeyArn,
      retentionInDays: 365,
      deletionProtectionEnabled: true,
    });
  });

  for (const deletionProtection of [true, false])
    it(`are ${deletionProtection ? "" : "not "}protected when asked ${deletionProtection ? "to be" : "not to be"}`, async () => {
      const { inputs, opts } = (await firewall({ deletionProtection })).one("cloudwatch/logGroup:LogGroup");
      assert.equal(opts.protect, deletionProtection);
      assert.equal(inputs["deletionProtectionEnabled"], deletionProtection);
    });

  it("begin once AWS may write them", async () => {
    const deployed = await deploy((opts) => {
      const made = new aws.cloudwatch.LogResourcePolicy("allowed", { policyName: "p", policyDocument: "{}" }, opts);
      const logDeliveryPolicy = made.policyName.apply((name) => name ?? "");
      return new Firewall("edge", { ...ARGS, logDeliveryPolicy }, opts);
    });
    const logging = deployed.one("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");
    assert.deepEqual(logging.waitsFor, ["allowed", "edge-acl", "edge-logs"]);
  });

  it("name their group without the star that other services want", async () => {
    const { inputs } = (await firewall()).one("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");
    assert.deepEqual(inputs["logDestinationConfigs"], [
      "arn:aws:cloudwatch:us-east-1:111122223333:aws-waf-logs-telehealth-test-api",
    ]);
  });

  it("leave out credentials and what people search for", async () => {
    const { inputs } = (await firewall()).one("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");
    assert.deepEqual(inputs["redactedFields"], [
      { singleHeader: { name: "authorization" } },
      { singleHeader: { name: "cookie" } },
      { queryString: {} },
    ]);
  });

  for (const example of EXAMPLES)
    it(`for ${example.traffic.purpose} quote no note, and neither do the samples in the console`, async () => {
      const { dataProtections } = (await firewall(example)).one("wafv2/webAcl:WebAcl").inputs["dataProtectionConfig"];
      assert.deepEqual(
        dataProtections.map(({ action, field }: any) => [action, field.fieldType, field.fieldKeys]),
        [
          ["SUBSTITUTION", "SINGLE_HEADER", ["authorization", "cookie"]],
          ["SUBSTITUTION", "QUERY_STRING", undefined],
          ["SUBSTITUTION", "BODY", undefined],
        ],
      );
    });

  it("refuse a retention that AWS does not offer", async () => {
    await assert.rejects(() => firewall({ logRetentionDays: 100 }), /logRetentionDays: 100 is not offered/);
  });
});
