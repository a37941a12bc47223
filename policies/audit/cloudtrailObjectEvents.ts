import { rule } from "../rule";
import { recordsObjects, selectorsOf, TRAIL } from "../shared/trails";

export const cloudtrailObjectEvents = rule({
  id: "cloudtrail-object-events",
  title: "A trail that chooses its events records who reads and writes objects",
  family: "logging",
  severity: "high",
  controls: ["164.312(b)", "164.308(a)(1)(ii)(D)"],
  remediation: "Add a selector with eventCategory Data and resources.type AWS::S3::Object for the buckets with records",
  types: [TRAIL],
  checkInStack: (trail, stack) => {
    const selectors = selectorsOf(trail);
    if (selectors.absent || stack.all(TRAIL).some(recordsObjects)) return undefined;
    return selectors.unknown
      ? selectors.later()
      : selectors.refuse("no trail in the stack records who reads an object");
  },
});
