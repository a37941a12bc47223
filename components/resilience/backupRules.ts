import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { monthly, type Schedule, weekly } from "./backupSchedule";

type Rule = aws.types.input.backup.PlanRule;

/** Minutes. Whatever takes longer than a day runs into the next one and is reported as expired. */
const COMPLETION_WINDOW_MINUTES = 1440;
/** Days that a point-in-time recovery of a bucket reaches back at most: AWS, "Point-in-time recovery for S3 backups". */
export const MOST_CONTINUOUS_DAYS = 35;

/** Days that backups are kept; AWS deletes them afterwards. */
export interface BackupRetention {
  /** Of each snapshot. Within the days of Aurora's own recovery, snapshots of it cost nothing ("Aurora backup storage"). */
  readonly snapshotDays: number;
  /** Of one snapshot a week. @default no weekly one */
  readonly weeklyDays?: number | undefined;
  /** Of one snapshot a month. @default no monthly one */
  readonly monthlyDays?: number | undefined;
}

/** The days of a retention, in the order of its rules. */
export function daysOf({ snapshotDays, weeklyDays, monthlyDays }: BackupRetention): number[] {
  return [snapshotDays, weeklyDays, monthlyDays].filter((days) => days !== undefined);
}

/** What is wrong with a retention and what to write; undefined if each step is kept longer than the one before. */
export function retentionWrong(retention: BackupRetention): readonly [wrong: string, fix: string] | undefined {
  const days = daysOf(retention);
  const wrong = days.find((count) => !Number.isInteger(count) || count < 1);
  if (wrong !== undefined) return [`${wrong} is not a number of days`, "Use whole numbers from 1"];
  const pointless = days.find((count, index) => count <= (days[index - 1] ?? 0));
  if (pointless === undefined) return undefined;
  return [`${pointless} days are over before those of the more frequent backups`, "Keep the rarer ones longer"];
}

export interface Copies {
  readonly vaultArn: pulumi.Input<string>;
  readonly retention: BackupRetention;
}

/**
 * Snapshots of everything. The weekly and the monthly one begin with that day's ordinary one: of rules whose start windows
 * meet, AWS Backup runs the one that is kept longest ("Backup plan options and configuration"), so there is one job, and no
 * second one that waits for it. It is therefore copied as the ordinary one would be. No cold storage: Aurora has none, and a
 * backup there cannot be deleted for 90 days.
 */
export function snapshotRules(
  vaultName: pulumi.Input<string>,
  schedule: Schedule,
  kept: BackupRetention,
  copies: Copies | undefined,
): Rule[] {
  const rule = (ruleName: string, when: Schedule, field: keyof BackupRetention): Rule[] => {
    const deleteAfter = kept[field];
    if (deleteAfter === undefined) return [];
    const copyDays = copies?.retention[field] ?? copies?.retention.snapshotDays;
    const copy =
      copies === undefined || copyDays === undefined
        ? {}
        : { copyActions: [{ destinationVaultArn: copies.vaultArn, lifecycle: { deleteAfter: copyDays } }] };
    return [{ ...begin(vaultName, ruleName, when), lifecycle: { deleteAfter }, ...copy }];
  };
  return [
    ...rule("snapshots", schedule, "snapshotDays"),
    ...rule("weekly", weekly(schedule), "weeklyDays"),
    ...rule("monthly", monthly(schedule), "monthlyDays"),
  ];
}

/** Every change of the selected buckets. Never for Aurora: AWS Backup would take over the cluster's own retention. */
export function continuousRule(vaultName: pulumi.Input<string>, schedule: Schedule, keepDays: number): Rule {
  return {
    ...begin(vaultName, "continuous", schedule),
    enableContinuousBackup: true,
    lifecycle: { deleteAfter: keepDays },
  };
}

function begin(targetVaultName: pulumi.Input<string>, ruleName: string, schedule: Schedule): Rule {
  return {
    ruleName,
    targetVaultName,
    schedule: schedule.expression,
    startWindow: schedule.startWindowMinutes,
    completionWindow: COMPLETION_WINDOW_MINUTES,
  };
}
