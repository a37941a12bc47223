import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";

export const TRAIL = "aws:cloudtrail/trail:Trail";

/** What a trail records, in the form that it is written in. */
export function selectorsOf(trail: Resource): Field {
  const simple = trail.at("eventSelectors");
  return simple.absent ? trail.at("advancedEventSelectors") : simple;
}

/** Does it record who reads and writes objects of buckets? True also where that is written and not known yet. */
export function recordsObjects(trail: Resource): boolean {
  const selectors = selectorsOf(trail);
  return (
    !selectors.unknown &&
    selectors.items.some(
      (each) =>
        each.unknown ||
        each.at("dataResources").items.some((data) => names(data.at("type"), "AWS::S3::Object")) ||
        each
          .at("fieldSelectors")
          .items.some((field) => field.at("equals").items.some((value) => names(value, "AWS::S3::Object"))),
    )
  );
}

const names = (field: Field, text: string) => field.unknown || field.text === text;
