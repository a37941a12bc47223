import { rule } from "../rule";
import { recordsObjects, selectorsOf, TRAIL } from "../shared/trails";

export const cloudtrailDefaultEvents = rule({
  id: "cloudtrail-default-events",
  title: "At least one trail records more than management events",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)", "164.308(a)(1)(ii)(D)"],
  remediation: "Add advancedEventSelectors for management events and for the objects in buckets with records",
  types: [TRAIL],
  level: "advisory",
  checkInStack: (trail, stack) => {
    const selectors = selectorsOf(trail);
    if (stack.all(TRAIL).some(recordsObjects)) return undefined;
    if (selectors.unknown) return selectors.later();
    return selectors.absent
      ? selectors.refuse("without selectors, there is no record of who read an object")
      : undefined;
  },
});
