import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { selectorsOf, TRAIL } from "../shared/trails";

export const cloudtrailManagementEvents = rule({
  id: "cloudtrail-management-events",
  title: "At least one trail records management events",
  family: "logging",
  severity: "high",
  controls: ["164.312(b)", "164.316(b)(1)"],
  remediation: "Add a selector with eventCategory Management, or leave the selectors out",
  types: [TRAIL],
  checkInStack: (trail, stack) => {
    const selectors = selectorsOf(trail);
    if (selectors.unknown) return selectors.later();
    return stack.all(TRAIL).some((each) => recordsManagement(each))
      ? undefined
      : selectors.refuse("no trail in the stack records management events");
  },
});

function recordsManagement(trail: Resource): boolean {
  const selectors = selectorsOf(trail);
  if (selectors.absent || selectors.unknown) return true;
  return selectors.items.some((each) => {
    if (each.unknown) return true;
    if (each.at("fieldSelectors").absent) return each.at("includeManagementEvents").flag !== false;
    return each
      .at("fieldSelectors")
      .items.some(
        (field) =>
          field.unknown ||
          (field.at("field").text === "eventCategory" &&
            field.at("equals").items.some((value) => value.unknown || value.text === "Management")),
      );
  });
}
