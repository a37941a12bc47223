import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { deadLetterQueue } from "./deadLetterQueue";
import { queueTls } from "./queueTls";

const DAY_SECONDS = 86400;
/** A message keeps its age when it dies: what is left of 14 days, at least ten, is the time people have to look. */
const WAITING_DAYS = 4;
/** Seconds; the longest that SQS holds a poll open. Shorter ones cost more and find no more. */
const LONG_POLL_SECONDS = 20;

export interface JobQueueSettings {
  readonly kmsKeyArn: pulumi.Input<string>;
  readonly visibilityTimeoutSeconds: number;
  readonly maxAttempts: number;
}

/** A queue and its dead-letter queue: our key, TLS only, and dead letters from this queue alone. */
export function jobQueue(
  component: pulumi.Resource,
  name: string,
  { kmsKeyArn, visibilityTimeoutSeconds, maxAttempts }: JobQueueSettings,
): { readonly queue: aws.sqs.Queue; readonly deadLetters: aws.sqs.Queue } {
  const mine = { parent: component };
  const deadLetters = deadLetterQueue(component, `${name}-dead`, kmsKeyArn);
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
  queueTls(component, `${name}-queue-tls`, queue);
  return { queue, deadLetters };
}
