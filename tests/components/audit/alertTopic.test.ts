import { strict as assert } from "node:assert";
import { AlertTopic, type AlertTopicArgs } from "../../../components/audit/alertTopic";
import { deploy, promiseOf } from "../../harness";

const ARGS: AlertTopicArgs = {
  topicName: "telehealth-prod-alerts",
  kmsKeyArn: "arn:aws:kms:us-east-1:111122223333:key/alerts",
  publishers: ["cloudwatch", "events", "codestar-notifications"],
  emails: ["oncall@example.com"],
  location: { accountId: "111122223333", region: "us-east-1" },
};
const topic = (changes: Partial<AlertTopicArgs> = {}) =>
  deploy((opts) => new AlertTopic("alerts", { ...ARGS, ...changes }, opts));
const statements = async (changes: Partial<AlertTopicArgs> = {}) =>
  JSON.parse((await topic(changes)).one("sns/topicPolicy:TopicPolicy").inputs["policy"]).Statement;

describe("AlertTopic", () => {
  it("encrypts with the given key, which the publishers may use", async () => {
    assert.equal((await topic()).one("sns/topic:Topic").inputs["kmsMasterKeyId"], ARGS.kmsKeyArn);
  });

  it("lets exactly the named services publish to this topic", async () => {
    const allowed = (await statements()).filter((each: any) => each.Effect === "Allow");
    assert.deepEqual(
      allowed.map((each: any) => each.Principal.Service),
      ["cloudwatch.amazonaws.com", "events.amazonaws.com", "codestar-notifications.amazonaws.com"],
    );
    for (const each of allowed) {
      assert.equal(each.Action, "sns:Publish");
      assert.equal(each.Resource, "arn:aws:sns:us-east-1:111122223333:telehealth-prod-alerts");
    }
  });

  it("lets them publish for our account only, but for EventBridge, which no condition lets through", async () => {
    for (const each of await statements())
      if (each.Principal.Service === "events.amazonaws.com") assert.equal(each.Condition, undefined);
      else if (each.Effect === "Allow") {
        const documented = each.Principal.Service !== "codestar-notifications.amazonaws.com";
        const operator = documented ? "StringEquals" : "StringEqualsIfExists";
        assert.deepEqual(each.Condition, { [operator]: { "aws:SourceAccount": "111122223333" } });
      }
  });

  it("refuses messages without TLS", async () => {
    const deny = (await statements()).find((each: any) => each.Effect === "Deny");
    assert.deepEqual([deny.Principal, deny.Condition], ["*", { Bool: { "aws:SecureTransport": "false" } }]);
  });

  it("tells each address, and refuses what is none", async () => {
    const { inputs } = (await topic()).one("sns/topicSubscription:TopicSubscription");
    assert.deepEqual([inputs["protocol"], inputs["endpoint"]], ["email", "oncall@example.com"]);
    await assert.rejects(topic({ emails: ["oncall"] }), /emails.*"oncall" is not an e-mail address/);
  });

  it("puts everything into the region that it is told", async () => {
    const deployed = await topic({ region: "eu-west-1", location: { accountId: "111122223333", region: "eu-west-1" } });
    for (const type of ["sns/topic:Topic", "sns/topicPolicy:TopicPolicy", "sns/topicSubscription:TopicSubscription"])
      assert.equal(deployed.one(type).inputs["region"], "eu-west-1");
    const [first] = JSON.parse(deployed.one("sns/topicPolicy:TopicPolicy").inputs["policy"]).Statement;
    assert.match(first.Resource, /:eu-west-1:/);
  });

  it("gives its ARN", async () => {
    assert.match(await promiseOf((await topic()).result.arn), /^arn:aws:sns:/);
  });
});
