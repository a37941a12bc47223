import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../shared/policyDocument";

const DAY_SECONDS = 86400;
/** The longest that SQS keeps a message: AWS, "SetQueueAttributes", MessageRetentionPeriod. */
const DEAD_LETTER_DAYS = 14;
/** A message keeps its age when it dies: what is left of 14 days, at least ten, is the time people have to look. */
const WAITING_DAYS = 4;
/** Seconds; the longest that SQS holds a poll open. Shorter ones cost more and find no more. */
const LONG_POLL_SECONDS = 20;

export interface JobQueueSettings {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly visibilityTimeoutSeconds: number;
  readonly maxAttempts: number;
}

/** A queue and its dead letters: our key, TLS only, and dead letters from this queue alone. */
export function jobQueue(
  component: pulumi.Resource,
  name: string,
  { kmsKeyArn, visibilityTimeoutSeconds, maxAttempts }: JobQueueSettings,
): { readonly queue: aws.sqs.Queue; readonly deadLetters: aws.sqs.Queue } {
  const mine = { parent: component };
  const deadLetters = new aws.sqs.Queue(
    `${name}-dead`,
    { kmsMasterKeyId: kmsKeyArn, messageRetentionSeconds: DEAD_LETTER_DAYS * DAY_SECONDS },
    mine,
  );
  const queue = new aws.sqs.Queue(
    `${name}-queue`,
    {
      kmsMasterKeyId: kmsKeyArn,
      visibilityTimeoutSeconds,
      messageRetentionSeconds: WAITING_DAYS * DAY_SECONDS,
      receiveWaitTimeSeconds: LONG_POLL_SECONDS,
      redrivePolicy: pulumi.jsonStringify({ deadLetterTargetArn: deadLetters.arn, maxReceiveCount: maxAttempts }),
    },
    mine,
  );
  // Apart from the dead-letter queue: it names the queue that names it.
  new aws.sqs.RedriveAllowPolicy(
    `${name}-dead-from`,
    {
      queueUrl: deadLetters.id,
      redriveAllowPolicy: pulumi.jsonStringify({ redrivePermission: "byQueue", sourceQueueArns: [queue.arn] }),
    },
    mine,
  );
  tlsOnly(`${name}-queue-tls`, queue, mine);
  tlsOnly(`${name}-dead-tls`, deadLetters, mine);
  return { queue, deadLetters };
}

/** Refuses plain HTTP; who may come at all is left to the roles: 45 CFR 164.312(e)(1). */
function tlsOnly(name: string, queue: aws.sqs.Queue, opts: pulumi.CustomResourceOptions): void {
  const policy = policyDocument([
    {
      Sid: "TlsOnly",
      Effect: "Deny",
      Principal: "*",
      Action: "sqs:*",
      Resource: queue.arn,
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    },
  ]);
  new aws.sqs.QueuePolicy(name, { queueUrl: queue.id, policy }, opts);
}
