import * as pulumi from "@pulumi/pulumi";
import { LambdaHandler, type LambdaHandlerArgs } from "../../../components/compute/lambdaHandler";
import { deploy } from "../../harness";
import { ACCOUNT, LOG_KEY } from "./fixtures";

export const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/events`;
export const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:events-queue`;
export const FUNCTION = `arn:aws:lambda:us-east-1:${ACCOUNT}:function:telehealth-dev-events`;

/** A function with nothing unusual; tests change one thing. */
export const HANDLER: LambdaHandlerArgs = {
  functionName: "telehealth-dev-events",
  code: { archive: new pulumi.asset.FileArchive("tests/fixtures") },
  runtime: "nodejs22.x",
  handler: "index.handler",
  placement: { vpcId: "vpc-1", subnetIds: ["subnet-private-1", "subnet-private-2"] },
  timeoutSeconds: 60,
  reservedConcurrency: 5,
  kmsKeyArn: KEY,
  environment: { CLINIC: "one" },
  location: { accountId: ACCOUNT, region: "us-east-1" },
  logKmsKeyArn: LOG_KEY,
  logRetentionDays: 365,
  deletionProtection: true,
};

export const handler = (changes: Partial<LambdaHandlerArgs> = {}) =>
  deploy((opts) => new LambdaHandler("events", { ...HANDLER, ...changes }, opts));
