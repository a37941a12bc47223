import { rule } from "../rule";
import { PLAN } from "../shared/backups";

const RESTORE_TESTS = "aws:backup/restoreTestingPlan:RestoreTestingPlan";

export const backupRestoreTests = rule({
  id: "backup-restore-tests",
  title: "Backups are test-restored on a schedule",
  family: "backup",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(D)"],
  remediation: "Add a backup RestoreTestingPlan with a RestoreTestingSelection for each kind of store",
  types: [PLAN],
  level: "advisory",
  checkInStack: (_plan, stack) =>
    stack.all(RESTORE_TESTS).length > 0
      ? undefined
      : { property: "restoreTests", problem: "nothing in this stack tests whether its backups can be restored" },
});
