import { strict as assert } from "node:assert";
import type { EventSource } from "../../../components/compute/lambdaHandlerSource";
import { handler, KEY, QUEUE } from "./exampleHandler";
import { ACCOUNT } from "./fixtures";

const NAME = "telehealth-dev-events";
/** What the mocks call the function. */
const ARN = `arn:aws:lambda:us-east-1:${ACCOUNT}:${NAME}`;
const FROM_QUEUE: EventSource = { queue: { arn: QUEUE, kmsKeyArn: KEY, visibilityTimeoutSeconds: 360 } };
const NIGHTLY = { expression: "cron(0 3 * * ? *)", timezone: "America/New_York", enabled: true };

describe("what makes a LambdaHandler run", () => {
  it("is nothing where no source is named", async () => {
    const deployed = await handler();
    assert.deepEqual(deployed.all("lambda/eventSourceMapping:EventSourceMapping"), []);
    assert.deepEqual(deployed.all("lambda/permission:Permission"), []);
  });

  it("can be a queue, whose good messages are not repeated for a bad one", async () => {
    const { inputs } = (await handler({ source: FROM_QUEUE })).one("lambda/eventSourceMapping:EventSourceMapping");
    assert.deepEqual([inputs["eventSourceArn"], inputs["functionName"]], [QUEUE, ARN]);
    assert.deepEqual(inputs["functionResponseTypes"], ["ReportBatchItemFailures"]);
    assert.deepEqual(inputs["scalingConfig"], { maximumConcurrency: 5 });
  });

  it("reads the queue with the function's role, through SQS alone", async () => {
    const policy = (await handler({ source: FROM_QUEUE })).one("iam/rolePolicy:RolePolicy").inputs["policy"];
    const [read, decrypt] = JSON.parse(policy).Statement.slice(-2);
    assert.deepEqual([read.Sid, read.Resource], ["ReadJobs", QUEUE]);
    assert.ok(!read.Action.includes("sqs:SendMessage") && !read.Action.includes("sqs:PurgeQueue"));
    assert.deepEqual(decrypt.Condition, { StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } });
  });

  it("refuses a queue that gives a message to two runs at once, and one it cannot scale to", async () => {
    const hasty = { queue: { arn: QUEUE, kmsKeyArn: KEY, visibilityTimeoutSeconds: 359 } };
    await assert.rejects(handler({ source: hasty }), /visibilityTimeoutSeconds: 359 .*Use 360 or more/);
    await assert.rejects(handler({ source: FROM_QUEUE, reservedConcurrency: 1 }), /reservedConcurrency: 1 .*Use 2/);
  });

  it("can be the clock, with a role for schedules of its own group alone", async () => {
    const deployed = await handler({ source: { schedule: NIGHTLY } });
    const { inputs, dependsOn } = deployed.one("scheduler/schedule:Schedule");
    assert.deepEqual(
      [inputs["scheduleExpression"], inputs["scheduleExpressionTimezone"], inputs["state"]],
      ["cron(0 3 * * ? *)", "America/New_York", "ENABLED"],
    );
    assert.equal(inputs["target"].arn, ARN);
    assert.equal(inputs["groupName"], "events-group");
    assert.deepEqual(dependsOn, ["events-start-may"]);
    const trust = JSON.parse(deployed.one("iam/role:Role", "events-start").inputs["assumeRolePolicy"]).Statement[0];
    assert.match(trust.Condition.StringEquals["aws:SourceArn"], /events-group$/);
    const may = JSON.parse(deployed.one("iam/rolePolicy:RolePolicy", "events-start-may").inputs["policy"]).Statement;
    assert.deepEqual(may, [{ Sid: "Start", Effect: "Allow", Action: "lambda:InvokeFunction", Resource: ARN }]);
  });

  it("does not run by the clock where that is not enabled", async () => {
    const deployed = await handler({ source: { schedule: { ...NIGHTLY, enabled: false } } });
    assert.equal(deployed.one("scheduler/schedule:Schedule").inputs["state"], "DISABLED");
  });

  it("refuses a clock that AWS would not read", async () => {
    const clock = (changes: Partial<typeof NIGHTLY>) => handler({ source: { schedule: { ...NIGHTLY, ...changes } } });
    await assert.rejects(clock({ expression: "every night" }), /source\.schedule\.expression: /);
    await assert.rejects(clock({ timezone: "Boston" }), /source\.schedule\.timezone: "Boston"/);
  });

  it("can be an event of AWS, from its own rule alone", async () => {
    const deployed = await handler({ source: { eventPattern: { source: ["aws.s3"] } } });
    const rule = deployed.one("cloudwatch/eventRule:EventRule");
    assert.deepEqual(JSON.parse(rule.inputs["eventPattern"]), { source: ["aws.s3"] });
    const { inputs } = deployed.one("lambda/permission:Permission");
    assert.deepEqual([inputs["principal"], inputs["function"]], ["events.amazonaws.com", NAME]);
    assert.match(inputs["sourceArn"], /events-rule$/);
    const target = deployed.one("cloudwatch/eventTarget:EventTarget");
    assert.deepEqual([target.inputs["arn"], target.dependsOn], [ARN, ["events-rule-may"]]);
  });
});
