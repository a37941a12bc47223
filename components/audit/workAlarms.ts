import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow, AnomalyRow } from "./alarmRow";

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
      why: "Nobody has worked off the oldest message for half an hour",
    },
    {
      ...common,
      name: `${purpose}-dead-letters`,
      metric: "ApproximateNumberOfMessagesVisible",
      dimensions: { QueueName: deadLetterQueueName },
      threshold: 1,
      why: "A message was tried again and again, and given up",
    },
  ];
}

/** Lambda Developer Guide, "Types of metrics for Lambda functions". */
export function functionAlarms(purpose: string, functionName: pulumi.Input<string>): AlarmRow[] {
  const common = {
    namespace: "AWS/Lambda",
    dimensions: { FunctionName: functionName },
    statistic: "Sum",
    rings: ">=",
    runbook: "service",
  } as const;
  return [
    { ...common, name: `${purpose}-errors`, metric: "Errors", threshold: 5, why: "The function fails on events" },
    {
      ...common,
      name: `${purpose}-throttles`,
      metric: "Throttles",
      threshold: 5,
      why: "More events than it may work off",
    },
  ];
}

/** VPC User Guide, "NAT gateway metrics and dimensions". */
export function natAlarms(ids: readonly pulumi.Input<string>[]): AlarmRow[] {
  return ids.map((NatGatewayId, index): AlarmRow => ({
    name: `nat-${index + 1}-ports`,
    namespace: "AWS/NATGateway",
    metric: "ErrorPortAllocation",
    statistic: "Sum",
    dimensions: { NatGatewayId },
    rings: ">=",
    threshold: 1,
    why: "Calls to vendors fail: the gateway has no port left for one of them",
    runbook: "service",
  }));
}

/** Far more data than usual leaves the network: a new export, or records that somebody takes along. */
export function natAnomalies(ids: readonly pulumi.Input<string>[]): AnomalyRow[] {
  return ids.map((NatGatewayId, index): AnomalyRow => ({
    name: `nat-${index + 1}-outgoing`,
    namespace: "AWS/NATGateway",
    metric: "BytesOutToDestination",
    statistic: "Sum",
    dimensions: { NatGatewayId },
    rings: "above",
    band: 6,
    periods: 3,
    why: "Far more data than usual leaves the network",
    runbook: "leaked-credential",
  }));
}

/** AWS Backup Developer Guide, "AWS Backup metrics with CloudWatch". */
export function backupAlarms(vaultName: pulumi.Input<string>): AlarmRow[] {
  const common = {
    namespace: "AWS/Backup",
    dimensions: { BackupVaultName: vaultName },
    statistic: "Sum",
    runbook: "restore",
  } as const;
  return [
    {
      ...common,
      name: "backup-failed",
      metric: "NumberOfBackupJobsFailed",
      rings: ">=",
      threshold: 1,
      why: "A backup did not happen",
    },
    {
      ...common,
      name: "backup-missing",
      metric: "NumberOfBackupJobsCompleted",
      rings: "<",
      threshold: 1,
      periodSeconds: 86_400,
      // The first backup of a new stack may be a day away.
      periods: 2,
      missing: "breaching",
      why: "For two days no backup was completed, and nothing failed either: the plan does not run",
    },
  ];
}

/** What alarms about alarms can be had: SNS Developer Guide, "Monitoring Amazon SNS topics using CloudWatch". */
export function topicAlarms(topicName: pulumi.Input<string>): AlarmRow[] {
  return [
    {
      name: "alerts-undelivered",
      namespace: "AWS/SNS",
      metric: "NumberOfNotificationsFailed",
      statistic: "Sum",
      dimensions: { TopicName: topicName },
      rings: ">=",
      threshold: 1,
      why: "An alert reached nobody",
      runbook: "service",
    },
  ];
}
