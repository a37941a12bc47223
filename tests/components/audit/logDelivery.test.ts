import { strict as assert } from "node:assert";
import { LogDelivery, type LogDeliveryArgs } from "../../../components/audit/logDelivery";
import { deploy, waitsFor, promiseOf } from "../../harness";

const ARGS: LogDeliveryArgs = {
  policyName: "telehealth-test-log-delivery",
  location: { accountId: "111122223333", region: "us-east-2" },
  logGroupNames: ["aws-waf-logs-telehealth-test-*", "/aws/vendedlogs/telehealth-test/*"],
};
const delivery = (changes: Partial<LogDeliveryArgs> = {}) =>
  deploy((opts) => new LogDelivery("delivery", { ...ARGS, ...changes }, opts));

describe("LogDelivery", () => {
  it("lets AWS write into these groups, on behalf of this account only, in one policy", async () => {
    const { inputs } = (await delivery()).one("cloudwatch/logResourcePolicy:LogResourcePolicy");
    assert.deepEqual([inputs["region"], inputs["policyName"]], ["us-east-2", "telehealth-test-log-delivery"]);
    assert.deepEqual(JSON.parse(inputs["policyDocument"]).Statement, [
      {
        Sid: "Delivery",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: [
          "arn:aws:logs:us-east-2:111122223333:log-group:aws-waf-logs-telehealth-test-*:log-stream:*",
          "arn:aws:logs:us-east-2:111122223333:log-group:/aws/vendedlogs/telehealth-test/*:log-stream:*",
        ],
        Condition: {
          StringEquals: { "aws:SourceAccount": "111122223333" },
          ArnLike: { "aws:SourceArn": "arn:aws:logs:us-east-2:111122223333:*" },
        },
      },
    ]);
  });

  it("gives out the policy's name, for those who have to wait for it", async () => {
    const { result } = await delivery();
    assert.equal(await promiseOf(result.policyName), ARGS.policyName);
    assert.deepEqual(await waitsFor(result.policyName), ["delivery-policy"]);
  });

  it("refuses more groups than a policy has room for", async () => {
    const [first, ...others] = Array.from(
      { length: 60 },
      (_, index) => `/aws/vendedlogs/telehealth-test/group-${index}`,
    );
    await assert.rejects(
      () => delivery({ logGroupNames: [first ?? "", ...others] }),
      /logGroupNames: they fill more than one policy/,
    );
  });
});
