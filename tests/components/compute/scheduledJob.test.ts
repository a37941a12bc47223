import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import { ScheduledJob, type ScheduledJobArgs } from "../../../components/compute/scheduledJob";
import { policyDocument } from "../../../components/shared/policyDocument";
import { type Deployed, deploy, promiseOf } from "../../harness";

const KEY = "arn:aws:kms:us-east-1:111122223333:key/jobs";
const QUEUE = "arn:aws:sqs:us-east-1:111122223333:reminders-queue";
const DEAD = "arn:aws:sqs:us-east-1:111122223333:reminders-dead";
const THROUGH_SQS = { StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } };
const SILENT: ScheduledJobArgs = {
  groupName: "telehealth-test-reminders",
  expression: "cron(0 9 * * ? *)",
  timezone: "America/New_York",
  enabled: true,
  visibilityTimeoutSeconds: 300,
  kmsKeyArn: KEY,
  location: { accountId: "111122223333", region: "us-east-1" },
};
const ARGS: ScheduledJobArgs = { ...SILENT, message: { job: "appointment-reminders" } };
const job = (changes: Partial<ScheduledJobArgs> = {}) =>
  deploy((opts) => new ScheduledJob("reminders", { ...ARGS, ...changes }, opts));
const schedule = async (changes: Partial<ScheduledJobArgs> = {}) =>
  (await job(changes)).one("scheduler/schedule:Schedule").inputs;
const queue = (deployed: Deployed<ScheduledJob>, role: string) =>
  deployed.one("sqs/queue:Queue", `reminders-${role}`).inputs;

describe("ScheduledJob", () => {
  it("fires by the clock of the practice, at the exact time", async () => {
    const inputs = await schedule();
    assert.equal(inputs["scheduleExpression"], "cron(0 9 * * ? *)");
    assert.equal(inputs["scheduleExpressionTimezone"], "America/New_York");
    assert.equal(inputs["state"], "ENABLED");
    assert.deepEqual(inputs["flexibleTimeWindow"], { mode: "OFF" });
  });

  it("may fire some minutes later when told", async () => {
    const { flexibleTimeWindow } = await schedule({ flexibleWindowMinutes: 15 });
    assert.deepEqual(flexibleTimeWindow, { mode: "FLEXIBLE", maximumWindowInMinutes: 15 });
  });

  it("does not fire where it is not enabled", async () => {
    assert.equal((await schedule({ enabled: false }))["state"], "DISABLED");
  });

  it("belongs to a group of its own", async () => {
    const deployed = await job();
    const group = deployed.one("scheduler/scheduleGroup:ScheduleGroup").inputs["name"];
    assert.equal(group, "telehealth-test-reminders");
    assert.equal(deployed.one("scheduler/schedule:Schedule").inputs["groupName"], group);
  });

  it("tells the worker what to do and which run it is, under our key", async () => {
    const { target, kmsKeyArn } = await schedule();
    assert.equal(kmsKeyArn, KEY);
    assert.equal(target.arn, QUEUE);
    assert.deepEqual(JSON.parse(target.input), {
      job: "appointment-reminders",
      scheduledTime: "<aws.scheduler.scheduled-time>",
    });
    const bare = await deploy((opts) => new ScheduledJob("reminders", SILENT, opts));
    const { input } = bare.one("scheduler/schedule:Schedule").inputs["target"];
    assert.deepEqual(Object.keys(JSON.parse(input)), ["scheduledTime"]);
  });

  it("gives up after an hour and leaves the run with the dead letters", async () => {
    const { target } = await schedule();
    assert.deepEqual(target.deadLetterConfig, { arn: DEAD });
    assert.equal(target.retryPolicy.maximumEventAgeInSeconds, 3600);
  });

  it("fires only when its role may send", async () => {
    const { dependsOn, inputs } = (await job()).one("scheduler/schedule:Schedule");
    assert.deepEqual(dependsOn, ["reminders-start-may"]);
    assert.match(inputs["target"].roleArn, /reminders-start$/);
  });

  it("has a role that only schedules of its group in our account can take", async () => {
    const trust = JSON.parse((await job()).one("iam/role:Role").inputs["assumeRolePolicy"]);
    assert.deepEqual(trust.Statement, [
      {
        Effect: "Allow",
        Principal: { Service: "scheduler.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: {
            "aws:SourceAccount": "111122223333",
            "aws:SourceArn": "arn:aws:scheduler:us-east-1:111122223333:telehealth-test-reminders",
          },
        },
      },
    ]);
  });

  it("may send to its two queues, and use the key for them and for its own message", async () => {
    const { Statement } = JSON.parse((await job()).one("iam/rolePolicy:RolePolicy").inputs["policy"]);
    const grants = Statement.map((each: any) => [each.Action, each.Resource, each.Condition]);
    assert.deepEqual(grants, [
      ["sqs:SendMessage", [QUEUE, DEAD], undefined],
      [["kms:GenerateDataKey", "kms:Decrypt"], KEY, THROUGH_SQS],
      [
        "kms:Decrypt",
        KEY,
        {
          ArnLike: {
            "kms:EncryptionContext:aws:scheduler:schedule:arn":
              "arn:aws:scheduler:us-east-1:111122223333:schedule/telehealth-test-reminders/*",
          },
        },
      ],
    ]);
  });

  it("keeps messages under our key, and dead letters for as long as SQS can", async () => {
    const deployed = await job();
    const [waiting, dead] = [queue(deployed, "queue"), queue(deployed, "dead")];
    assert.equal(waiting["kmsMasterKeyId"], KEY);
    assert.equal(dead["kmsMasterKeyId"], KEY);
    assert.equal(dead["messageRetentionSeconds"], 14 * 86400);
    assert.ok(waiting["messageRetentionSeconds"] < dead["messageRetentionSeconds"], "a dead letter keeps its age");
    assert.equal(waiting["visibilityTimeoutSeconds"], 300);
    assert.equal(waiting["receiveWaitTimeSeconds"], 20);
  });

  it("makes a message a dead letter after five attempts, or as many as told", async () => {
    const redrive = async (changes: Partial<ScheduledJobArgs>) =>
      JSON.parse(queue(await job(changes), "queue")["redrivePolicy"]);
    assert.deepEqual(await redrive({}), { deadLetterTargetArn: DEAD, maxReceiveCount: 5 });
    assert.equal((await redrive({ maxAttempts: 2 })).maxReceiveCount, 2);
  });

  it("accepts dead letters from its own queue alone", async () => {
    const { inputs } = (await job()).one("sqs/redriveAllowPolicy:RedriveAllowPolicy");
    assert.equal(inputs["queueUrl"], "reminders-dead-id");
    assert.deepEqual(JSON.parse(inputs["redriveAllowPolicy"]), {
      redrivePermission: "byQueue",
      sourceQueueArns: [QUEUE],
    });
  });

  it("refuses plain HTTP at both queues and admits nobody by policy", async () => {
    const policies = (await job()).all("sqs/queuePolicy:QueuePolicy");
    assert.deepEqual(policies.map(({ inputs }) => inputs["queueUrl"]).sort(), [
      "reminders-dead-id",
      "reminders-queue-id",
    ]);
    for (const { inputs, name } of policies) {
      const { Statement } = JSON.parse(inputs["policy"]);
      assert.equal(Statement.length, 1);
      const [{ Effect, Principal, Action, Resource, Condition }] = Statement;
      assert.deepEqual([Effect, Principal, Action], ["Deny", "*", "sqs:*"]);
      assert.equal(Resource, name.includes("dead") ? DEAD : QUEUE);
      assert.deepEqual(Condition, { Bool: { "aws:SecureTransport": "false" } });
    }
  });

  it("offers a worker what it needs to take messages, and neither sending nor purging", async () => {
    const { result } = await job();
    const { Statement } = JSON.parse(await promiseOf(policyDocument(result.consumerStatements)));
    assert.deepEqual(
      Statement.map((each: any) => [each.Effect, each.Action, each.Resource, each.Condition]),
      [
        [
          "Allow",
          ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"],
          QUEUE,
          undefined,
        ],
        ["Allow", "kms:Decrypt", KEY, THROUGH_SQS],
      ],
    );
  });

  it("returns both queues", async () => {
    const { result } = await job();
    const { queueUrl, queueArn, queueName, deadLetterQueueArn, deadLetterQueueName } = result;
    const outputs = pulumi.all([queueUrl, queueArn, queueName, deadLetterQueueArn, deadLetterQueueName]);
    assert.deepEqual(await promiseOf(outputs), [
      "reminders-queue-id",
      QUEUE,
      "reminders-queue",
      DEAD,
      "reminders-dead",
    ]);
  });

  for (const [what, changes, said] of [
    ["an expression that is none", { expression: "every day" }, /expression: "every day" is not a recurring/],
    ["a time zone that nobody knows", { timezone: "America/Springfield" }, /timezone: "America\/Springfield"/],
    ["a message that overwrites the time of the run", { message: { scheduledTime: "now" } }, /message: scheduledTime/],
    ["no window", { flexibleWindowMinutes: 0 }, /flexibleWindowMinutes: 0 is not accepted.*Use 1 to 1440/],
    ["a window of over a day", { flexibleWindowMinutes: 1441 }, /flexibleWindowMinutes: 1441/],
    ["messages that are never hidden", { visibilityTimeoutSeconds: 0 }, /visibilityTimeoutSeconds: 0/],
    ["messages hidden for over 12 hours", { visibilityTimeoutSeconds: 43201 }, /visibilityTimeoutSeconds: 43201/],
    ["half an attempt", { maxAttempts: 0.5 }, /maxAttempts: 0.5/],
  ] as const)
    it(`refuses ${what}`, async () => {
      await assert.rejects(() => job(changes), said);
    });

  it("passes on the key without waiting for it as a component", async () => {
    let resolve: (arn: string) => void = () => undefined;
    const late = pulumi.output(new Promise<string>((done) => (resolve = done)));
    const deployed = await deploy((opts) => {
      const created = new ScheduledJob("reminders", { ...ARGS, kmsKeyArn: late }, opts);
      // Were the group to wait for the key, its ARN would never come, nor the key that waits for it.
      void promiseOf(created.urn).then(() => {
        resolve(KEY);
      });
      return created;
    });
    assert.equal(queue(deployed, "queue")["kmsMasterKeyId"], KEY);
  });
});
