import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

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
      why: "A backup job failed",
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
      why: "No backup has completed for two days and none has failed: the backup plan is not running",
    },
  ];
}
