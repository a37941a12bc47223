import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { cdnLogging } from "../../../components/edge/cdnLogging";
import { deploy } from "../../harness";

const DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/EDFDVBD6EXAMPLE";
const logging = () =>
  deploy((opts) => {
    const parent = new pulumi.ComponentResource("test:index:Parent", "parent", {}, opts);
    const keep = { logKmsKeyArn: "arn:key", logRetentionDays: 365, deletionProtection: true };
    cdnLogging(parent, "videos", "111122223333", DISTRIBUTION, keep);
  });

describe("the access log of VideoCdn (pitfall 33)", () => {
  it("is all in us-east-1, wherever the stack is", async () => {
    const deployed = await logging();
    for (const type of [
      "cloudwatch/logGroup:LogGroup",
      "cloudwatch/logResourcePolicy:LogResourcePolicy",
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
    assert.match(destination["deliveryDestinationConfiguration"].destinationResourceArn, /videos-logs$/);
    const group = deployed.one("cloudwatch/logGroup:LogGroup").inputs;
    assert.deepEqual([group["kmsKeyId"], group["retentionInDays"]], ["arn:key", 365]);
  });

  it("records who got what, and nothing that could be used to play it", async () => {
    const fields: string[] = (await logging()).one("cloudwatch/logDelivery:LogDelivery").inputs["recordFields"];
    for (const needed of ["date", "time", "c-ip", "cs-uri-stem", "sc-status"])
      assert.ok(fields.includes(needed), needed);
    for (const secret of ["cs-uri-query", "cs(Referer)", "cs(Cookie)"]) assert.ok(!fields.includes(secret), secret);
  });

  it("may be written by the delivery service of this account, before the delivery starts", async () => {
    const deployed = await logging();
    const policy = deployed.one("cloudwatch/logResourcePolicy:LogResourcePolicy").inputs;
    const [statement] = JSON.parse(policy["policyDocument"]).Statement;
    assert.equal(statement.Effect, "Allow");
    assert.deepEqual(statement.Principal, { Service: "delivery.logs.amazonaws.com" });
    assert.deepEqual(statement.Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
    assert.match(statement.Resource, /videos-logs:log-stream:\*$/);
    assert.deepEqual(statement.Condition, {
      StringEquals: { "aws:SourceAccount": "111122223333" },
      ArnLike: { "aws:SourceArn": "arn:aws:logs:us-east-1:111122223333:*" },
    });
    assert.equal(policy["policyName"], "videos-logs");
    assert.deepEqual(deployed.one("cloudwatch/logDelivery:LogDelivery").dependsOn, ["videos-delivery"]);
  });
});
