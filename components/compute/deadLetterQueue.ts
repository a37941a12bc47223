import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { queueTls } from "./queueTls";

/** The longest that SQS keeps a message, in seconds: AWS, "SetQueueAttributes", MessageRetentionPeriod. */
const FOURTEEN_DAYS = 14 * 86400;

/** Messages that used up their retries, kept for a person to look at: our key, TLS only (45 CFR 164.312(e)(1)). */
export function deadLetterQueue(
  component: pulumi.Resource,
  name: string,
  kmsKeyArn: pulumi.Input<string>,
): aws.sqs.Queue {
  const settings = { kmsMasterKeyId: kmsKeyArn, messageRetentionSeconds: FOURTEEN_DAYS };
  const queue = new aws.sqs.Queue(name, settings, { parent: component });
  queueTls(component, `${name}-tls`, queue);
  return queue;
}
