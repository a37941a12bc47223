import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../shared/policyDocument";

/** The longest that SQS keeps a message, in seconds: AWS, "SetQueueAttributes", MessageRetentionPeriod. */
const FOURTEEN_DAYS = 14 * 86400;

/** Events that a function could not work off, for somebody to look at: our key, TLS only (45 CFR 164.312(e)(1)). */
export function deadLetterQueue(
  component: pulumi.Resource,
  name: string,
  kmsKeyArn: pulumi.Input<string>,
): aws.sqs.Queue {
  const mine = { parent: component };
  const queue = new aws.sqs.Queue(name, { kmsMasterKeyId: kmsKeyArn, messageRetentionSeconds: FOURTEEN_DAYS }, mine);
  const tlsOnly = policyDocument([
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: queue.arn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
  new aws.sqs.QueuePolicy(`${name}-tls`, { queueUrl: queue.id, policy: tlsOnly }, mine);
  return queue;
}
