import { rule } from "../rule";
import { PLAN } from "../shared/backups";
import { longestPauseHours } from "../shared/schedules";

/** Records change every day; a longer pause loses more than a day of them. */
const HOURS = 24;

export const backupFrequency = rule({
  id: "backup-frequency",
  title: "Every backup plan backs up at least daily",
  family: "backup",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)"],
  remediation: "Give one rule of the plan a daily schedule, such as cron(0 5 * * ? *)",
  types: [PLAN],
  lenientWhenEphemeral: true,
  check: (plan) => {
    const rules = plan.at("rules");
    if (rules.unknown) return rules.later();
    const schedules = rules.items.map((each) => each.at("schedule"));
    const unknown = schedules.find((each) => each.unknown);
    const pauses = schedules.map((each) => (each.text === undefined ? undefined : longestPauseHours(each.text)));
    if (pauses.some((each) => each !== undefined && each <= HOURS)) return undefined;
    if (unknown !== undefined) return unknown.later();
    const given = schedules.map((each) => each.text ?? "no schedule").join(", ");
    return rules.refuse(`the most frequent schedule is less often than daily (${given || "no rules"})`);
  },
});
