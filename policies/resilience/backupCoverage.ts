import { rule } from "../rule";
import { BACKED_UP, needsNoBackup, PLAN, SELECTION, selects } from "../shared/backups";

export const backupCoverage = rule({
  id: "backup-coverage",
  title: "Every resource that holds records is in one of its stack's backup plans",
  family: "backup",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.310(d)(2)(iv)"],
  remediation:
    "Name its ARN in a backup Selection; a bucket that holds no records expires its objects within 90 days or receives logs",
  types: BACKED_UP,
  lenientWhenEphemeral: true,
  checkInStack: (target, stack) => {
    // A stack without any plan is told so once, by backup-plan.
    if (stack.all(PLAN).length === 0 || needsNoBackup(target, stack)) return undefined;
    const answers = stack.all(SELECTION).map((each) => selects(each, target, stack));
    if (answers.includes("yes")) return undefined;
    const name = target.at(target.type.endsWith(":Bucket") ? "bucket" : "arn");
    if (answers.includes("unclear")) return name.later();
    return { property: "backup", problem: "no Selection of this stack's backup plans includes it" };
  },
});
