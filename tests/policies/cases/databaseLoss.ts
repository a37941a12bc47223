import { LATER } from "../runner";
import { bad, type CaseTable, ok, one, written } from "./case";

const CLUSTER = "rds/cluster:Cluster";
const INSTANCE = "rds/instance:Instance";
const TABLE = "dynamodb/table:Table";
const flagCases = (property: string, says: RegExp, types: readonly string[]) => ({
  accepts: types.map((type) => ok(`${type} with it on`, one(type, { [property]: true }))),
  rejects: types.flatMap((type) =>
    [undefined, null, false, "", 0].map((value) =>
      bad(`${type} with ${written(value)}`, says, one(type, { [property]: value })),
    ),
  ),
  defers: [ok("an unknown flag", one(types[0] ?? "", { [property]: LATER }))],
});

export const databaseLoss: CaseTable = {
  "database-deletion-protection": {
    ...flagCases("deletionProtection", /a single API call deletes the database/, [
      CLUSTER,
      INSTANCE,
      "docdb/cluster:Cluster",
      "neptune/cluster:Cluster",
      "rds/globalCluster:GlobalCluster",
    ]),
    accepts: [
      ok("a cluster", one(CLUSTER, { deletionProtection: true })),
      ok("a table", one(TABLE, { deletionProtectionEnabled: true })),
      ok("a ledger's default", one("qldb/ledger:Ledger", {})),
    ],
  },
  "final-snapshot": {
    accepts: [
      ok("AWS's default", one(CLUSTER, {})),
      ok("a named snapshot", one(INSTANCE, { skipFinalSnapshot: false, finalSnapshotIdentifier: "last" })),
      ok("a read replica", one(INSTANCE, { replicateSourceDb: "db", skipFinalSnapshot: true })),
    ],
    rejects: [
      bad("a cluster without", /leaves nothing behind/, one(CLUSTER, { skipFinalSnapshot: true })),
      bad("Redshift without", /leaves nothing behind/, one("redshift/cluster:Cluster", { skipFinalSnapshot: true })),
      bad(
        "a file system without",
        /leaves nothing behind/,
        one("fsx/windowsFileSystem:WindowsFileSystem", { skipFinalBackup: true }),
      ),
    ],
    defers: [ok("an unknown flag", one(CLUSTER, { skipFinalSnapshot: LATER }))],
  },
  "backup-retention": {
    accepts: [
      ok("thirty days", one(CLUSTER, { backupRetentionPeriod: 30 })),
      ok("a week written as text", one(INSTANCE, { backupRetentionPeriod: "7" })),
      ok("a read replica", one(INSTANCE, { replicateSourceDb: "db", backupRetentionPeriod: 0 })),
      ok("Windows's default", one("fsx/windowsFileSystem:WindowsFileSystem", {})),
    ],
    rejects: [
      bad("a day", /fewer than 7 days/, one(CLUSTER, { backupRetentionPeriod: 1 })),
      bad("none", /fewer than 7/, one(INSTANCE, { backupRetentionPeriod: 0 })),
      bad("AWS's default of one day", /fewer than 7/, one(CLUSTER, {})),
      bad("words", /fewer than 7/, one(CLUSTER, { backupRetentionPeriod: "long" })),
      bad("Redshift's default", /fewer than 7/, one("redshift/cluster:Cluster", {})),
    ],
    defers: [ok("an unknown number", one(CLUSTER, { backupRetentionPeriod: LATER }))],
  },
  "automated-backups-kept": {
    accepts: [
      ok("backups kept", one(CLUSTER, { deleteAutomatedBackups: false })),
      ok("a final snapshot besides AWS's default", one(CLUSTER, {})),
      ok("a table", one(TABLE, { pointInTimeRecovery: { enabled: true } })),
      ok("Keyspaces", one("keyspaces/table:Table", { pointInTimeRecovery: { status: "ENABLED" } })),
    ],
    rejects: [
      bad("backups deleted", /deletes its backups too/, one(CLUSTER, { deleteAutomatedBackups: true })),
      bad("a table without", /cannot be restored/, one(TABLE, {})),
      bad(
        "a file system without",
        /cannot be restored/,
        one("efs/backupPolicy:BackupPolicy", { backupPolicy: { status: "DISABLED" } }),
      ),
      bad("Keyspaces without", /cannot be restored/, one("keyspaces/table:Table", {})),
    ],
    defers: [ok("an unknown flag", one(TABLE, { pointInTimeRecovery: { enabled: LATER } }))],
  },
};
