import { rule } from "../rule";

const DAYS = [
  0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

export const logRetentionDays = rule({
  id: "log-retention-days",
  title: "Log groups have a retention that CloudWatch accepts",
  family: "preflight",
  severity: "low",
  controls: ["164.308(a)(8)"],
  remediation: `Write one of ${DAYS.slice(1).join(", ")}`,
  types: ["aws:cloudwatch/logGroup:LogGroup"],
  check: (group) => {
    const days = group.at("retentionInDays");
    if (days.unknown) return days.later();
    return days.absent || DAYS.includes(days.number ?? Number.NaN)
      ? undefined
      : days.refuse(`CloudWatch does not accept ${days.text ?? String(days.number)} days`);
  },
});
