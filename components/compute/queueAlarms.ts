import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

export interface QueueSubject {
  /** What is in it: `reminders`, `events`. */
  readonly purpose: string;
  readonly queueName: pulumi.Input<string>;
  readonly deadLetterQueueName: pulumi.Input<string>;
}

/** SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS". */
export function queueAlarms({ purpose, queueName, deadLetterQueueName }: QueueSubject): AlarmRow[] {
  const common = { namespace: "AWS/SQS", statistic: "Maximum", rings: ">=", runbook: "service" } as const;
  return [
    {
      ...common,
      name: `${purpose}-waiting`,
      metric: "ApproximateAgeOfOldestMessage",
      dimensions: { QueueName: queueName },
      threshold: 1800,
      why: "The oldest message has been waiting for 30 minutes",
    },
    {
      ...common,
      name: `${purpose}-dead-letters`,
      metric: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: deadLetterQueueName },
      threshold: 1,
      why: "A message used up its retries and is in the dead-letter queue",
    },
  ];
}
