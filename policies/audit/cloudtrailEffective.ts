import { isAtLeast, isNotFalse, isOneOf, isTrue } from "../engine/expect";
import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";

const TRAIL = "aws:cloudtrail/trail:Trail";
const STORE = "aws:cloudtrail/eventDataStore:EventDataStore";
/** A year is the least that an investigation needs; AWS takes seven when nothing is written. */
const [LEAST_DAYS, DEFAULT_DAYS] = [365, 2555];

export const cloudtrailEffective = rule({
  id: "cloudtrail-effective",
  title: "The audit trail records reads and writes in every region, and can be verified",
  family: "logging",
  severity: "critical",
  controls: ["164.312(b)", "164.308(a)(1)(ii)(D)", "164.312(c)(1)", "164.312(c)(2)"],
  remediation: "Set isMultiRegionTrail and enableLogFileValidation to true, leave enableLogging out",
  types: [TRAIL, STORE],
  check: (trail) => (trail.type === TRAIL ? judgeTrail(trail) : judgeStore(trail)),
});

function judgeTrail(trail: Resource): Outcomes {
  return [
    isNotFalse(trail.at("enableLogging"), "the trail exists but records nothing"),
    isTrue(trail.at("enableLogFileValidation"), "nobody can prove that a record was not changed"),
    isTrue(trail.at("isMultiRegionTrail"), "events in other regions are not recorded"),
    isNotFalse(trail.at("includeGlobalServiceEvents"), "events of global services such as IAM are not recorded"),
    ...trail.at("eventSelectors").items.map((each) => judgeSelector(each)),
  ];
}

function judgeSelector(selector: Field): Outcomes {
  if (selector.unknown) return selector.later();
  // A selector for the data of some store only is beside the one for management.
  if (selector.at("includeManagementEvents").flag === false) return undefined;
  return isOneOf(selector.at("readWriteType"), ["All"], "either reads or writes are not recorded", "All");
}

function judgeStore(store: Resource): Outcomes {
  const suspended = store.at("suspend");
  return [
    isNotFalse(store.at("multiRegionEnabled"), "events in other regions are not recorded"),
    isAtLeast(store.at("retentionPeriod"), LEAST_DAYS, "records are deleted before a year is over", DEFAULT_DAYS),
    suspended.unknown
      ? suspended.later()
      : suspended.flag === true
        ? suspended.refuse("nothing is recorded")
        : undefined,
  ];
}
