import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { BACKED_UP, PLAN, SELECTION, selects } from "../shared/backups";
import { clock, firstMeeting, type Span, startsOf } from "../shared/occurrences";

/** What AWS Backup takes where a plan names no window: "Backup plan options and configuration". */
const START_WINDOW_MINUTES = 480;
/** Without a lifecycle a backup is kept for ever. */
const FOR_EVER = Number.POSITIVE_INFINITY;

/**
 * AWS Backup runs one job of a resource at a time ("AWS Backup quotas"): of two plans whose start windows meet, the second
 * waits and may be given up. Of two rules of one plan it runs the one that is kept longest ("Backup plan options and
 * configuration"), and the copies of the other are not made.
 */
export const backupJobsApart = rule({
  id: "backup-jobs-apart",
  title: "Backup jobs of one resource do not collide, and none replaces one that is copied",
  family: "backup",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(A)"],
  remediation:
    "Keep the start windows of different plans apart (cron and startWindow), and give overlapping rules of one plan the same copyActions",
  types: [PLAN],
  checkInStack: (plan, stack): Outcome[] => {
    const rules = plan.at("rules");
    const open = rules.items.flatMap((each) => (each.unknown ? [each] : [each.at("schedule"), each.at("startWindow")]));
    const unknown = open.filter((each) => each.unknown);
    const mine = rules.items.flatMap(jobOf);
    // Each pair of plans once: where the later one stands.
    const others = stack.all(PLAN).filter((each) => each.urn < plan.urn && shareAResource(plan, each, stack));
    const theirs = others.flatMap((each) =>
      each.at("rules").items.flatMap((item) => jobOf(item).map((job) => ({ ...job, plan: each.name }))),
    );
    return [
      ...unknown.map((each) => each.later()),
      ...mine.flatMap((job) =>
        theirs.flatMap((other) => {
          const moment = firstMeeting(job.spans, other.spans);
          return moment === undefined
            ? []
            : [
                job.schedule.refuse(
                  `competes with ${other.name} of ${other.plan} for the same resource (for example at ${clock(moment)})`,
                ),
              ];
        }),
      ),
      ...mine.flatMap((job) => replacements(job, mine)),
    ];
  },
});

interface Job {
  readonly name: string;
  readonly schedule: Field;
  readonly spans: readonly Span[];
  readonly keptDays: number;
  readonly copies: Field;
}

function jobOf(each: Field): Job[] {
  const schedule = each.at("schedule");
  const starts = schedule.text === undefined ? undefined : startsOf(schedule.text);
  if (starts === undefined) return [];
  const window = each.at("startWindow").number ?? START_WINDOW_MINUTES;
  return [
    {
      name: each.at("ruleName").text ?? each.path,
      schedule,
      spans: starts.map((from) => ({ from, to: from + window })),
      keptDays: each.at("lifecycle", "deleteAfter").number ?? FOR_EVER,
      copies: each.at("copyActions"),
    },
  ];
}

/** Where a rule that is kept longer runs instead of one with copies, and has none. */
function replacements(job: Job, all: readonly Job[]): Outcome[] {
  if (job.copies.absent || job.copies.unknown) return [];
  return all
    .filter((other) => other !== job && other.keptDays > job.keptDays && other.copies.absent)
    .flatMap((other) => {
      const moment = firstMeeting(job.spans, other.spans);
      return moment === undefined
        ? []
        : [
            other.schedule.refuse(
              `${other.name} runs instead of ${job.name}, whose copy is then missing (for example at ${clock(moment)})`,
            ),
          ];
    });
}

function shareAResource(one: Resource, other: Resource, stack: Stack): boolean {
  const selections = (plan: Resource) =>
    stack.all(SELECTION).filter((each) => stack.refers(each, each.at("planId"), plan) === "yes");
  const [mine, theirs] = [selections(one), selections(other)];
  return stack
    .all(...BACKED_UP)
    .some((target) => [mine, theirs].every((list) => list.some((each) => selects(each, target, stack) === "yes")));
}
