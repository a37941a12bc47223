import { rule } from "../rule";

const LOCK = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
const YEAR = 365;
const AUDIT = /audit|trail|log/i;
/** Shorter than any backup's rhythm, a lock is there only to be seen. */
const LEAST_DAYS = 7;

export const s3ObjectLockEffective = rule({
  id: "s3-object-lock-effective",
  title: "Object lock has a meaningful retention: a year for audit records",
  family: "effective-settings",
  severity: "high",
  controls: ["164.312(c)(1)", "164.316(b)(2)(i)"],
  remediation: "Set rule.defaultRetention to COMPLIANCE or GOVERNANCE with days or years: 2192 days for audit records",
  types: [LOCK],
  lenientWhenEphemeral: true,
  check: (lock) => {
    const retention = lock.at("rule", "defaultRetention");
    const [days, years] = [retention.at("days"), retention.at("years")];
    const unknown = [days, years].find((each) => each.unknown);
    if (unknown) return unknown.later();
    const total = (days.number ?? 0) + (years.number ?? 0) * YEAR;
    const audited = AUDIT.test(lock.name) || AUDIT.test(lock.at("bucket").text ?? "");
    if (total === 0) return lock.at("rule").refuse("objects are locked only if the writer asks for it");
    return total < (audited ? YEAR : LEAST_DAYS) ? days.refuse(`the lock ends after ${String(total)} days`) : undefined;
  },
});
