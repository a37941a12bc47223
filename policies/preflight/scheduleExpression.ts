import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import { rule } from "../rule";

const RULES: Readonly<Record<string, readonly string[]>> = {
  "aws:scheduler/schedule:Schedule": ["scheduleExpression"],
  "aws:cloudwatch/eventRule:EventRule": ["scheduleExpression"],
  "aws:backup/restoreTestingPlan:RestoreTestingPlan": ["scheduleExpression"],
  "aws:synthetics/canary:Canary": ["schedule", "expression"],
  "aws:appautoscaling/scheduledAction:ScheduledAction": ["schedule"],
};
const PLAN = "aws:backup/plan:Plan";

export const scheduleExpression = rule({
  id: "schedule-expression",
  title: "Schedules are valid EventBridge expressions",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(8)"],
  remediation:
    "Write rate(1 hour), rate(5 minutes), at(2030-01-01T00:00:00) or a cron expression with six fields, one of the two day fields being ?",
  types: [...Object.keys(RULES), PLAN],
  check: (resource) =>
    resource.type === PLAN
      ? resource.at("rules").items.map((each) => judge(each.at("schedule")))
      : judge(resource.at(...(RULES[resource.type] ?? []))),
});

function judge(schedule: Field): Outcome | undefined {
  if (schedule.unknown) return schedule.later();
  const problem = schedule.text === undefined ? undefined : problemOf(schedule.text.trim());
  return problem === undefined ? undefined : schedule.refuse(`${schedule.text ?? ""}: ${problem}`);
}

function problemOf(text: string): string | undefined {
  const [, kind, inside = ""] = /^(rate|cron|at)\((.*)\)$/.exec(text) ?? [];
  if (kind === undefined) return "neither rate(...) nor cron(...) nor at(...)";
  if (kind === "at")
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(inside) ? undefined : "not a time like 2030-01-01T00:00:00";
  if (kind === "rate") {
    const [, count = "0", plural] = /^(\d+) (?:minute|hour|day)(s)?$/.exec(inside) ?? [];
    if (count === "0")
      return inside === "0 minute" || inside === "0 hour" ? undefined : "not a number of minutes, hours or days";
    return (count === "1") === (plural === undefined) ? undefined : "one minute, but five minutes";
  }
  const fields = inside.split(/\s+/);
  if (fields.length !== 6)
    return `${String(fields.length)} fields instead of six: minute, hour, day, month, day of the week, year`;
  return fields[2] !== "?" && fields[4] !== "?" ? "one of the two fields for days must be ?" : undefined;
}
