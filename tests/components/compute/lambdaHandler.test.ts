import { strict as assert } from "node:assert";
import * as pulumi from "@pulumi/pulumi";
import type { LambdaHandlerArgs } from "../../../components/compute/lambdaHandler";
import { promiseOf } from "../../harness";
import { FUNCTION, HANDLER, handler, KEY } from "./exampleHandler";
import { ACCOUNT, LOG_KEY } from "./fixtures";

const DEAD = `arn:aws:sqs:us-east-1:${ACCOUNT}:events-dead`;
const lambda = async (changes: Partial<LambdaHandlerArgs> = {}) =>
  (await handler(changes)).one("lambda/function:Function").inputs;
const refusal = (field: string, changes: Partial<LambdaHandlerArgs>) =>
  assert.rejects(handler(changes), new RegExp(`${field}: `));

describe("LambdaHandler", () => {
  it("runs packed code on arm64", async () => {
    const inputs = await lambda();
    assert.deepEqual(inputs["architectures"], ["arm64"]);
    assert.ok(pulumi.asset.Archive.isInstance(inputs["code"]));
    assert.deepEqual([inputs["runtime"], inputs["handler"]], ["nodejs22.x", "index.handler"]);
    assert.deepEqual([inputs["timeout"], inputs["memorySize"]], [60, 256]);
    assert.equal((await lambda({ memoryMiB: 512 }))["memorySize"], 512);
  });

  it("runs a version of an object that a pipeline wrote", async () => {
    const inputs = await lambda({ code: { bucket: "builds", key: "events.zip", version: "v1" } });
    assert.deepEqual(
      [inputs["s3Bucket"], inputs["s3Key"], inputs["s3ObjectVersion"], inputs["code"]],
      ["builds", "events.zip", "v1", undefined],
    );
  });

  it("stands in the private subnets, lets nobody in, and out only to HTTPS and what is listed", async () => {
    const deployed = await handler({ egressTo: { cache: { port: 6379, securityGroupId: "sg-cache" } } });
    const { inputs } = deployed.one("lambda/function:Function");
    assert.deepEqual(inputs["vpcConfig"], {
      subnetIds: ["subnet-private-1", "subnet-private-2"],
      securityGroupIds: ["events-sg-id"],
    });
    assert.equal(deployed.all("vpc/securityGroupIngressRule:SecurityGroupIngressRule").length, 0);
    const out = deployed.all("vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    assert.deepEqual(out.map(({ inputs: rule }) => rule["toPort"]).sort(), [443, 6379]);
  });

  it("keeps its environment under our key, and names no key where there is none", async () => {
    const inputs = await lambda();
    assert.equal(inputs["kmsKeyArn"], KEY);
    assert.deepEqual(inputs["environment"], { variables: { CLINIC: "one" } });
    const bare = await lambda({ environment: {} });
    assert.deepEqual([bare["kmsKeyArn"], bare["environment"]], [undefined, undefined]);
  });

  it("cannot take the runs of everybody else", async () => {
    assert.equal((await lambda())["reservedConcurrentExecutions"], 5);
  });

  it("keeps what it could not do for fourteen days, after two more tries within an hour", async () => {
    const deployed = await handler();
    const dead = deployed.one("sqs/queue:Queue").inputs;
    assert.deepEqual([dead["kmsMasterKeyId"], dead["messageRetentionSeconds"]], [KEY, 14 * 86400]);
    assert.deepEqual(deployed.one("lambda/function:Function").inputs["deadLetterConfig"], { targetArn: DEAD });
    const retry = deployed.one("lambda/functionEventInvokeConfig:FunctionEventInvokeConfig").inputs;
    assert.deepEqual(
      [retry["functionName"], retry["maximumRetryAttempts"], retry["maximumEventAgeInSeconds"]],
      ["telehealth-dev-events", 2, 3600],
    );
  });

  it("refuses plain HTTP at its dead letters", async () => {
    const { inputs } = (await handler()).one("sqs/queuePolicy:QueuePolicy");
    const [{ Effect, Principal, Action, Resource, Condition }, ...more] = JSON.parse(inputs["policy"]).Statement;
    assert.deepEqual([Effect, Principal, Action, Resource], ["Deny", "*", "sqs:*", DEAD]);
    assert.deepEqual(Condition, { Bool: { "aws:SecureTransport": "false" } });
    assert.deepEqual(more, []);
  });

  it("logs as JSON into an encrypted group of its own, and traces", async () => {
    const deployed = await handler();
    const group = deployed.one("cloudwatch/logGroup:LogGroup");
    assert.deepEqual([group.inputs["kmsKeyId"], group.inputs["retentionInDays"]], [LOG_KEY, 365]);
    assert.deepEqual([group.inputs["deletionProtectionEnabled"], group.opts.protect], [true, true]);
    const { loggingConfig, tracingConfig } = deployed.one("lambda/function:Function").inputs;
    assert.deepEqual([loggingConfig.logFormat, loggingConfig.logGroup], ["JSON", group.name]);
    assert.deepEqual(tracingConfig, { mode: "Active" });
    const open = (await handler({ deletionProtection: false })).one("cloudwatch/logGroup:LogGroup");
    assert.deepEqual([open.inputs["deletionProtectionEnabled"], open.opts.protect], [false, false]);
  });

  it("is made when its role may already write, and let go before", async () => {
    const { dependsOn } = (await handler()).one("lambda/function:Function");
    assert.deepEqual(dependsOn, ["events-run-may", "events-to-https"]);
  });

  it("has a role for Lambda alone", async () => {
    const { Statement } = JSON.parse((await handler()).one("iam/role:Role").inputs["assumeRolePolicy"]);
    assert.deepEqual(Statement, [
      { Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
  });

  it("may write its log, its traces and its dead letters, each with the key for that alone", async () => {
    const all: Record<string, any> = Object.fromEntries(
      JSON.parse((await handler()).one("iam/rolePolicy:RolePolicy").inputs["policy"]).Statement.map((each: any) => [
        each.Sid,
        each,
      ]),
    );
    assert.equal(all["Logs"].Resource, `arn:aws:cloudwatch:us-east-1:${ACCOUNT}:events-logs:*`);
    assert.deepEqual([all["KeepFailed"].Action, all["KeepFailed"].Resource], ["sqs:SendMessage", DEAD]);
    const through = { StringEquals: { "kms:ViaService": "sqs.us-east-1.amazonaws.com" } };
    assert.deepEqual([all["KeepFailedKey"].Resource, all["KeepFailedKey"].Condition], [KEY, through]);
    const context = { StringEquals: { "kms:EncryptionContext:aws:lambda:FunctionArn": FUNCTION } };
    assert.deepEqual([all["Environment"].Action, all["Environment"].Condition], ["kms:Decrypt", context]);
    const everywhere = Object.values(all).filter(({ Resource, Effect }) => Resource === "*" && Effect === "Allow");
    assert.deepEqual(
      everywhere.map(({ Sid }) => Sid),
      ["Traces", "NetworkInterfaces"],
    );
  });

  it("denies its code the network interfaces that only Lambda itself needs", async () => {
    const { Statement } = JSON.parse((await handler()).one("iam/rolePolicy:RolePolicy").inputs["policy"]);
    const allowed = Statement.find(({ Sid }: any) => Sid === "NetworkInterfaces");
    const denied = Statement.find(({ Effect }: any) => Effect === "Deny");
    assert.deepEqual(denied.Condition, { ArnEquals: { "lambda:SourceFunctionArn": FUNCTION } });
    assert.ok(allowed.Action.every((action: string) => denied.Action.includes(action)));
  });

  it("may do what its caller adds", async () => {
    const extra = { Sid: "More", Effect: "Allow" as const, Action: "s3:GetObject", Resource: "arn:aws:s3:::files/*" };
    const policy = (await handler({ statements: [extra] })).one("iam/rolePolicy:RolePolicy").inputs["policy"];
    assert.deepEqual(JSON.parse(policy).Statement.at(-1), extra);
  });

  it("refuses what AWS would refuse", async () => {
    await refusal("functionName", { functionName: "dev events" });
    await refusal("handler", { handler: "index" });
    await refusal("timeoutSeconds", { timeoutSeconds: 901 });
    await refusal("timeoutSeconds", { timeoutSeconds: 0 });
    await refusal("memoryMiB", { memoryMiB: 127 });
    await refusal("memoryMiB", { memoryMiB: 10241 });
    await refusal("reservedConcurrency", { reservedConcurrency: 0 });
    await refusal("logRetentionDays", { logRetentionDays: 17 });
  });

  it("returns what others need", async () => {
    const { result } = await handler();
    const outputs = [result.functionName, result.functionArn, result.securityGroupId, result.deadLetterQueueName];
    assert.deepEqual(await promiseOf(pulumi.all(outputs)), [
      HANDLER.functionName,
      `arn:aws:lambda:us-east-1:${ACCOUNT}:${HANDLER.functionName}`,
      "events-sg-id",
      "events-dead",
    ]);
    assert.equal(await promiseOf(result.logGroupName), "events-logs");
  });
});
