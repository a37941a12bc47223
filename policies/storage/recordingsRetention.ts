import { rule } from "../rule";
import { bucketOf, holdsRecordings, LIFECYCLE } from "../shared/buckets";

/** Six years, two of them leap years at most. */
const SIX_YEARS = 2192;

export const recordingsRetention = rule({
  id: "recordings-retention",
  title: "Session recordings are kept for six years",
  family: "retention",
  severity: "medium",
  controls: ["164.316(b)(2)(i)"],
  remediation: `Set expiration.days to ${String(SIX_YEARS)} or more, or record why recordings are not documentation`,
  types: [LIFECYCLE],
  level: "advisory",
  checkInStack: (lifecycle, stack) => {
    const bucket = bucketOf(lifecycle, stack);
    if (!bucket || !holdsRecordings(bucket)) return undefined;
    return lifecycle.at("rules").items.map((each) => {
      const days = each.at("expiration", "days");
      if (days.unknown) return days.later();
      if (each.at("status").text === "Disabled" || days.number === undefined || days.number === 0) return undefined;
      return days.number >= SIX_YEARS
        ? undefined
        : days.refuse(`recordings are deleted after ${String(days.number)} days`);
    });
  },
});
