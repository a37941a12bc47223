import { isAtLeast } from "../engine/expect";
import { rule } from "../rule";

/** AWS Security Hub, control RDS.11: automatic backups with a retention of seven days or more. */
const MINIMUM = 7;

/** The property that holds the days, and what AWS takes when nothing is written. */
const RETENTION: Readonly<Record<string, readonly [property: string, absentIs: number]>> = {
  "aws:rds/cluster:Cluster": ["backupRetentionPeriod", 1],
  "aws:rds/instance:Instance": ["backupRetentionPeriod", 0],
  "aws:docdb/cluster:Cluster": ["backupRetentionPeriod", 1],
  "aws:docdb/elasticCluster:ElasticCluster": ["backupRetentionPeriod", 1],
  "aws:neptune/cluster:Cluster": ["backupRetentionPeriod", 1],
  "aws:redshift/cluster:Cluster": ["automatedSnapshotRetentionPeriod", 1],
  "aws:memorydb/cluster:Cluster": ["snapshotRetentionLimit", 0],
  "aws:fsx/ontapFileSystem:OntapFileSystem": ["automaticBackupRetentionDays", 0],
  "aws:fsx/openZfsFileSystem:OpenZfsFileSystem": ["automaticBackupRetentionDays", 0],
  "aws:fsx/windowsFileSystem:WindowsFileSystem": ["automaticBackupRetentionDays", 7],
};

export const backupRetention = rule({
  id: "backup-retention",
  title: "Databases and file systems keep automatic backups for a week or more",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
  remediation: `Set it to ${String(MINIMUM)} days or more; 30 in production`,
  types: Object.keys(RETENTION),
  lenientWhenEphemeral: true,
  check: (store) => {
    // Backups of a read replica are those of its source.
    if (!store.at("replicateSourceDb").absent) return undefined;
    const [property, absentIs] = RETENTION[store.type] ?? ["backupRetentionPeriod", 0];
    return isAtLeast(store.at(property), MINIMUM, `backups are kept for fewer than ${String(MINIMUM)} days`, absentIs);
  },
});
