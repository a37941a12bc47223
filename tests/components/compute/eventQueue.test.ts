import { strict as assert } from "node:assert";
import { EventQueue, type EventQueueArgs } from "../../../components/compute/eventQueue";
import { policyDocument } from "../../../components/shared/policyDocument";
import { deploy, promiseOf } from "../../harness";
import { KEY } from "./exampleHandler";
import { ACCOUNT } from "./fixtures";

const ARGS: EventQueueArgs = {
  visibilityTimeoutSeconds: 360,
  kmsKeyArn: KEY,
  location: { accountId: ACCOUNT, region: "us-east-1" },
};
const queue = (changes: Partial<EventQueueArgs> = {}) =>
  deploy((opts) => new EventQueue("events", { ...ARGS, ...changes }, opts));

describe("EventQueue", () => {
  it("keeps events and dead letters under our key", async () => {
    const deployed = await queue();
    for (const { inputs } of deployed.all("sqs/queue:Queue")) assert.equal(inputs["kmsMasterKeyId"], KEY);
    const waiting = deployed.one("sqs/queue:Queue", "events-queue").inputs;
    assert.equal(waiting["visibilityTimeoutSeconds"], 360);
    assert.equal(JSON.parse(waiting["redrivePolicy"]).maxReceiveCount, 5);
    const patient = (await queue({ maxAttempts: 9 })).one("sqs/queue:Queue", "events-queue").inputs;
    assert.equal(JSON.parse(patient["redrivePolicy"]).maxReceiveCount, 9);
  });

  it("lets a producer send, and neither read nor empty", async () => {
    const { result } = await queue();
    const { Statement } = JSON.parse(await promiseOf(policyDocument(result.producerStatements)));
    const through = { StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } };
    assert.deepEqual(
      Statement.map((each: any) => [each.Action, each.Resource, each.Condition]),
      [
        ["sqs:SendMessage", `arn:aws:sqs:us-east-1:${ACCOUNT}:events-queue`, undefined],
        [["kms:GenerateDataKey", "kms:Decrypt"], KEY, through],
      ],
    );
  });

  it("refuses times and counts that lose events", async () => {
    await assert.rejects(queue({ visibilityTimeoutSeconds: 0 }), /visibilityTimeoutSeconds: 0/);
    await assert.rejects(queue({ maxAttempts: 4 }), /maxAttempts: 4 .*Use 5/);
  });

  it("returns what producers, consumers and alarms need", async () => {
    const { result } = await queue();
    assert.equal(await promiseOf(result.url), "events-queue-id");
    assert.equal(await promiseOf(result.deadLetterQueueName), "events-dead");
    assert.equal(await promiseOf(result.name), "events-queue");
    assert.equal(result.visibilityTimeoutSeconds, 360);
  });
});
