import { isNotTrue, isTrue } from "../engine/expect";
import { rule } from "../rule";

const TABLE = "aws:dynamodb/table:Table";
/** Where the state of backups is a word, and the type it stands on. */
const STATES: Readonly<Record<string, readonly string[]>> = {
  "aws:keyspaces/table:Table": ["pointInTimeRecovery", "status"],
  "aws:efs/backupPolicy:BackupPolicy": ["backupPolicy", "status"],
};

export const automatedBackupsKept = rule({
  id: "automated-backups-kept",
  title: "Databases have point-in-time recovery, and its backups outlive the database",
  family: "deletion-protection",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
  remediation: "Set deleteAutomatedBackups to false, and enable point-in-time recovery",
  types: ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance", TABLE, ...Object.keys(STATES)],
  lenientWhenEphemeral: true,
  check: (database) => {
    if (database.type === TABLE)
      return isTrue(database.at("pointInTimeRecovery", "enabled"), "lost data cannot be restored");
    const state = STATES[database.type];
    if (state) {
      const status = database.at(...state);
      if (status.unknown) return status.later();
      return status.text === "ENABLED" ? undefined : status.refuse("lost data cannot be restored");
    }
    return isNotTrue(database.at("deleteAutomatedBackups"), "deleting the database deletes its backups too");
  },
});
