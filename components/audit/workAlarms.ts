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

/** EventBridge Scheduler User Guide, "Monitoring Amazon EventBridge Scheduler with Amazon CloudWatch". */
export function scheduleAlarms(purpose: string, groupName: pulumi.Input<string>): AlarmRow[] {
  return [
    {
      name: `${purpose}-not-started`,
      namespace: "AWS/Scheduler",
      metric: "InvocationDroppedCount",
      statistic: "Sum",
      dimensions: { ScheduleGroup: groupName },
      rings: ">=",
      threshold: 1,
      why: "A run of the schedule was given up: its queue or key refused it",
      runbook: "service",
    },
  ];
}

/** CloudWatch Logs User Guide, "Monitoring with CloudWatch metrics". For logs that are never silent for a day. */
export function auditLogAlarms(purpose: string, logGroupName: pulumi.Input<string>): AlarmRow[] {
  return [
    {
      name: `${purpose}-silent`,
      namespace: "AWS/Logs",
      metric: "IncomingLogEvents",
      statistic: "Sum",
      dimensions: { LogGroupName: logGroupName },
      rings: "<",
      threshold: 1,
      periodSeconds: 86_400,
      missing: "breaching",
      why: "Nothing was recorded for a day: what happens now cannot be shown later (45 CFR 164.312(b))",
      runbook: "leaked-credential",
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
  const common = { namespace: "AWS/NATGateway", statistic: "Sum", rings: ">=", runbook: "service" } as const;
  return ids.flatMap((NatGatewayId, index): AlarmRow[] => [
    {
      ...common,
      name: `nat-${index + 1}-ports`,
      metric: "ErrorPortAllocation",
      dimensions: { NatGatewayId },
      threshold: 1,
      why: "Calls to vendors fail: the gateway has no port left for one of them",
    },
    {
      ...common,
      name: `nat-${index + 1}-drops`,
      metric: "PacketsDropCount",
      dimensions: { NatGatewayId },
      threshold: 100,
      periods: 3,
      why: "The gateway loses packets: calls to vendors are slow or fail",
    },
  ]);
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
      // A plan may run just before and just after midnight UTC. A new stack rings until its first backup.
      periods: 2,
      missing: "breaching",
      why: "For two days no backup was completed, and nothing failed either: the plan does not run",
    },
  ];
}

export interface ReplicationSubject {
  /** What is copied: `files`, `videos`. */
  readonly purpose: string;
  readonly sourceBucket: pulumi.Input<string>;
  readonly replicaBucket: pulumi.Input<string>;
  readonly ruleId: pulumi.Input<string>;
}

/**
 * S3 User Guide, "Using S3 Replication metrics": failures are counted in the source's region, all else in the replica's.
 */
export function replicationAlarms({ purpose, sourceBucket, replicaBucket, ruleId }: ReplicationSubject): AlarmRow[] {
  return [
    {
      name: `${purpose}-not-copied`,
      namespace: "AWS/S3",
      metric: "OperationsFailedReplication",
      statistic: "Sum",
      dimensions: { SourceBucket: sourceBucket, DestinationBucket: replicaBucket, RuleId: ruleId },
      rings: ">=",
      threshold: 1,
      why: "Objects are missing in the second region: they would be lost with this one",
      runbook: "restore",
    },
  ];
}

/** What alarms about alarms can be had: SNS Developer Guide, "Monitoring Amazon SNS topics using CloudWatch". */
export function topicAlarms(topicName: pulumi.Input<string>, region?: string): AlarmRow[] {
  return [
    {
      name: region === undefined ? "alerts-undelivered" : `alerts-undelivered-${region}`,
      namespace: "AWS/SNS",
      metric: "NumberOfNotificationsFailed",
      statistic: "Sum",
      dimensions: { TopicName: topicName },
      rings: ">=",
      threshold: 1,
      why: "An alert reached nobody",
      runbook: "service",
      ...(region === undefined ? {} : { region }),
    },
  ];
}
