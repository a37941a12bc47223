import { strict as assert } from "node:assert";
import {
  cloudTrailGrants,
  logsGrants,
  type Publisher,
  snsPublisherGrants,
} from "../../../components/security/keyGrants";

const LOCATION = { accountId: "111122223333", region: "us-east-1" };

describe("a key's grant", () => {
  it("to CloudWatch Logs is for the log groups of our account in the key's region", () => {
    const [service, caller] = logsGrants(LOCATION);
    assert.ok(service && caller);
    const { Principal, Action, Condition } = service;
    assert.deepEqual(caller.Condition, {
      StringEquals: {
        "kms:CallerAccount": "111122223333",
        "kms:ViaService": "logs.us-east-1.amazonaws.com",
      },
      ...Condition,
    });
    assert.deepEqual(Principal, { Service: "logs.us-east-1.amazonaws.com" });
    assert.deepEqual(Action, [
      "kms:Encrypt*",
      "kms:Decrypt*",
      "kms:ReEncrypt*",
      "kms:GenerateDataKey*",
      "kms:Describe*",
    ]);
    assert.deepEqual(Condition, {
      ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:*" },
    });
  });

  const publishers: Publisher[] = ["cloudwatch", "events", "budgets", "costalerts", "backup", "events.rds"];
  for (const publisher of [...publishers, "codestar-notifications" as const])
    it(`to ${publisher} is to publish to our topics, whatever KMS is told of its account`, () => {
      const [grant, ...more] = snsPublisherGrants([publisher], LOCATION);
      assert.deepEqual(more, []);
      assert.deepEqual(grant?.Principal, { Service: `${publisher}.amazonaws.com` });
      assert.deepEqual(grant.Action, ["kms:Decrypt", "kms:GenerateDataKey*"]);
      assert.deepEqual(grant.Condition, {
        ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": "arn:aws:sns:us-east-1:111122223333:*" },
      });
    });

  it("to several publishers has a Sid for each that IAM accepts", () => {
    const sids = snsPublisherGrants(["events", "events.rds", "codestar-notifications"], LOCATION).map(({ Sid }) => Sid);
    assert.equal(new Set(sids).size, 3);
    for (const sid of sids) assert.match(sid ?? "", /^[A-Za-z0-9]+$/);
  });

  it("to CloudTrail is for the one trail", () => {
    const trail = "arn:aws:cloudtrail:us-east-1:111122223333:trail/audit";
    const [encrypt, describeKey, ...more] = cloudTrailGrants(LOCATION, "audit");
    assert.deepEqual(more, []);
    assert.equal(encrypt?.Action, "kms:GenerateDataKey*");
    assert.deepEqual(encrypt.Condition, {
      StringEquals: { "aws:SourceArn": trail },
      StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": "arn:aws:cloudtrail:*:111122223333:trail/*" },
    });
    assert.equal(describeKey?.Action, "kms:DescribeKey");
    assert.deepEqual(describeKey.Condition, { StringEquals: { "aws:SourceArn": trail } });
  });
});
