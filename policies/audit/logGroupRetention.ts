import { rule } from "../rule";

/** A year is the least that an investigation needs; documentation is kept for six years: 164.316(b)(2)(i). */
const LEAST_DAYS = 365;

export const logGroupRetention = rule({
  id: "log-group-retention",
  title: "Log groups set a retention of a year or more",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)", "164.316(b)(2)(i)"],
  remediation: "Set retentionInDays to 365 or more; 2192 for records of who saw what",
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  lenientWhenEphemeral: true,
  check: (group) => {
    const days = group.at("retentionInDays");
    if (days.unknown) return days.later();
    // AWS takes 0 for "never expires", which is long enough but nobody's decision.
    if (days.absent || days.number === 0) return days.refuse("events never expire; choose a retention explicitly");
    const kept = days.number ?? Number.NaN;
    return kept >= LEAST_DAYS
      ? undefined
      : days.refuse(`events are deleted after ${days.text ?? String(days.number)} days`);
  },
});
