import { rule } from "../rule";
import { PLAN } from "../shared/backups";

export const backupPlan = rule({
  id: "backup-plan",
  title: "A stack with a database has a backup plan in addition to the database's own backups",
  family: "backup",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(A)"],
  remediation:
    "Add a backup Plan with a Selection: a database's own backups are lost together with the database and its account",
  types: [
    "aws:rds/cluster:Cluster",
    "aws:rds/instance:Instance",
    "aws:docdb/cluster:Cluster",
    "aws:dynamodb/table:Table",
  ],
  level: "advisory",
  checkInStack: (_database, stack) =>
    stack.all(PLAN).length > 0 ? undefined : { property: "backup", problem: "this stack has no backup plan" },
});
