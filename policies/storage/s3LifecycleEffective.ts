import type { Field } from "../engine/field";
import { rule } from "../rule";
import { bucketOf, isLogTarget, LIFECYCLE } from "../shared/buckets";

/** As for log groups. */
const LEAST_DAYS = 365;
const LOGS = /(^|[^a-z])(access-?)?(logs?|logging|audit|trail|cloudtrail)([^a-z]|$)/i;

export const s3LifecycleEffective = rule({
  id: "s3-lifecycle-effective",
  title: "Lifecycle rules are enabled, and keep logs for a year or more",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.312(b)", "164.316(b)(2)(i)", "164.310(d)(2)(i)"],
  remediation: "Set status to Enabled, and expiration.days of logs to 365 or more",
  types: [LIFECYCLE],
  lenientWhenEphemeral: true,
  check: (lifecycle) => {
    const rules = lifecycle.at("rules");
    if (rules.unknown) return rules.later();
    const states = rules.items.map((each) => each.at("status"));
    return states.length > 0 && states.every(({ text }) => text === "Disabled")
      ? states[0]?.refuse("every rule is disabled, so nothing is archived or deleted")
      : states.filter((each) => each.unknown).map((each) => each.later());
  },
  checkInStack: (lifecycle, stack) => {
    const bucket = bucketOf(lifecycle, stack);
    const names = [lifecycle.at("bucket").text ?? "", bucket?.name ?? "", bucket?.at("bucket").text ?? ""];
    const isForLogs = names.some((each) => LOGS.test(each)) || (bucket !== undefined && isLogTarget(bucket, stack));
    if (!isForLogs) return undefined;
    return lifecycle.at("rules").items.map((each) => tooSoon(each));
  },
});

function tooSoon(each: Field) {
  const days = each.at("expiration", "days");
  if (each.at("status").text !== "Enabled" || isPartial(each)) return undefined;
  if (days.unknown) return days.later();
  return days.number !== undefined && days.number > 0 && days.number < LEAST_DAYS
    ? days.refuse(`logs are deleted after ${String(days.number)} days`)
    : undefined;
}

/** A rule for some of the objects may be for results and copies that lie beside the logs. */
function isPartial(each: Field): boolean {
  const filter = each.at("filter");
  return [each.at("prefix"), filter.at("prefix"), filter.at("tag"), filter.at("and")].some((part) => !part.absent);
}
