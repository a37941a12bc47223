import { rule } from "../rule";

const YEAR = 365;

export const kmsRotationPeriod = rule({
  id: "kms-rotation-period",
  title: "Keys rotate at least once a year",
  family: "effective-settings",
  severity: "low",
  controls: ["164.312(a)(2)(iv)"],
  remediation: `Leave rotationPeriodInDays out, which means ${String(YEAR)}`,
  types: ["aws:kms/key:Key"],
  check: (key) => {
    const days = key.at("rotationPeriodInDays");
    if (days.unknown) return days.later();
    return days.number !== undefined && days.number > YEAR
      ? days.refuse(`the key stays the same for ${String(days.number)} days`)
      : undefined;
  },
});
