import { strict as assert } from "node:assert";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { cdnLogging } from "../../../components/edge/cdnLogging";
import { deploy } from "../../harness";

const DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE";
const logging = () =>
  deploy((opts) => {
    const parent = new pulumi.ComponentResource("test:index:Parent", "parent", {}, opts);
    const keep = { logKmsKeyArn: "arn:key", logRetentionDays: 365, deletionProtection: true };
    const policy = new aws.cloudwatch.LogResourcePolicy(
      "allowed",
      { policyName: "p", policyDocument: "{}" },
      { parent },
    );
    cdnLogging(parent, "videos", DISTRIBUTION, {
      ...keep,
      logGroupName: "/aws/vendedlogs/telehealth-test/recordings",
      logDeliveryPolicy: policy.policyName.apply((name) => name ?? ""),
    });
  });

describe("the access log of VideoCdn", () => {
  it("is all in us-east-1, wherever the stack is", async () => {
    const deployed = await logging();
    for (const type of [
      "cloudwatch/logGroup:LogGroup",
      "cloudwatch/logDeliverySource:LogDeliverySource",
      "cloudwatch/logDeliveryDestination:LogDeliveryDestination",
      "cloudwatch/logDelivery:LogDelivery",
    ])
      assert.equal(deployed.one(type).inputs["region"], "us-east-1", type);
  });

  it("leads from this distribution to an encrypted group that is kept", async () => {
    const deployed = await logging();
    const source = deployed.one("cloudwatch/logDeliverySource:LogDeliverySource").inputs;
    assert.deepEqual([source["logType"], source["resourceArn"]], ["ACCESS_LOGS", DISTRIBUTION]);
    const destination = deployed.one("cloudwatch/logDeliveryDestination:LogDeliveryDestination").inputs;
    assert.match(destination["deliveryDestinationConfiguration"].destinationResourceArn, /\/recordings$/);
    const group = deployed.one("cloudwatch/logGroup:LogGroup").inputs;
    assert.deepEqual([group["kmsKeyId"], group["retentionInDays"]], ["arn:key", 365]);
  });

  it("records who got what, and nothing that could be used to play it", async () => {
    const fields: string[] = (await logging()).one("cloudwatch/logDelivery:LogDelivery").inputs["recordFields"];
    for (const needed of ["date", "time", "c-ip", "cs-uri-stem", "sc-status"])
      assert.ok(fields.includes(needed), needed);
    for (const secret of ["cs-uri-query", "cs(Referer)", "cs(Cookie)"]) assert.ok(!fields.includes(secret), secret);
  });

  it("is in a group of a known name, and begins once AWS may write to it", async () => {
    const deployed = await logging();
    assert.equal(
      deployed.one("cloudwatch/logGroup:LogGroup").inputs["name"],
      "/aws/vendedlogs/telehealth-test/recordings",
    );
    const destination = deployed.one("cloudwatch/logDeliveryDestination:LogDeliveryDestination");
    assert.deepEqual(destination.waitsFor, ["allowed", "videos-logs"]);
  });
});
