import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import { policyDocument, type Statement } from "../shared/policyDocument";

/** Only schedules of one group of our account: AWS, "Confused deputy prevention in EventBridge Scheduler". */
export function trustScheduler(groupArn: pulumi.Input<string>, accountId: string): pulumi.Output<string> {
  return policyDocument([
    {
      Effect: "Allow",
      Principal: { Service: "scheduler.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": accountId, "aws:SourceArn": groupArn } },
    },
  ]);
}

/**
 * Lets a schedule read its own encrypted message and write it to the queues. The scheduler uses the key with this role
 * and never as a service, so the key's policy needs no grant: AWS, "Encryption at rest in EventBridge Scheduler".
 */
export function startJobStatements(
  queueArns: readonly pulumi.Input<string>[],
  kmsKeyArn: pulumi.Input<string>,
  groupName: pulumi.Input<string>,
  { accountId, region }: Location,
): Statement[] {
  const schedules = pulumi.interpolate`arn:aws:scheduler:${region}:${accountId}:schedule/${groupName}/*`;
  return [
    { Sid: "Send", Effect: "Allow", Action: "sqs:SendMessage", Resource: [...queueArns] },
    {
      Sid: "EncryptInQueue",
      Effect: "Allow",
      // SQS asks for both: a new data key, and the proof that the sender could read what it wrote.
      Action: ["kms:GenerateDataKey", "kms:Decrypt"],
      Resource: kmsKeyArn,
      Condition: throughQueue(region),
    },
    {
      Sid: "ReadSchedule",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      Condition: { ArnLike: { "kms:EncryptionContext:aws:scheduler:schedule:arn": schedules } },
    },
  ];
}

/** Lets a worker take messages from one queue and report them done. It can neither send nor empty the queue. */
export function readQueueStatements(
  queueArn: pulumi.Input<string>,
  kmsKeyArn: pulumi.Input<string>,
  { region }: Location,
): Statement[] {
  return [
    {
      Sid: "ReadJobs",
      Effect: "Allow",
      Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"],
      Resource: queueArn,
    },
    {
      Sid: "DecryptJobs",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
      Condition: throughQueue(region),
    },
  ];
}

const throughQueue = (region: string) => ({ StringEquals: { "kms:ViaService": `sqs.${region}.amazonaws.com` } });
