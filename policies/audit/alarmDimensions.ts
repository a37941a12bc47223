import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { UNKNOWN } from "../engine/value";
import { rule } from "../rule";
import { ALARM_SUBJECTS } from "../facts";
import type { Subject } from "../facts/facts";

export const alarmDimensions = rule({
  id: "alarm-dimensions",
  title: "Every alarm watches something that exists",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.312(b)"],
  remediation:
    "Take the dimension's value from the resource that the alarm watches, under the name that its service publishes",
  types: ["aws:cloudwatch/metricAlarm:MetricAlarm"],
  checkInStack: (alarm, stack) => [
    judge(alarm, alarm.at("namespace"), alarm.at("dimensions"), stack),
    alarm
      .at("metricQueries")
      .items.map((query) =>
        query.unknown
          ? query.later()
          : judge(alarm, query.at("metric", "namespace"), query.at("metric", "dimensions"), stack),
      ),
  ],
});

function judge(alarm: Resource, namespace: Field, dimensions: Field, stack: Stack): Outcomes {
  const published = ALARM_SUBJECTS[namespace.text ?? ""];
  if (published === undefined || dimensions.absent) return undefined;
  if (dimensions.unknown) return dimensions.later();
  return dimensions.keys.map((key) => {
    const subject = published[key];
    const field = dimensions.at(key);
    if (subject === undefined) {
      const known = Object.keys(published).join(", ");
      return field.refuse(`${namespace.text ?? ""} publishes no dimension with this name`, `Use one of ${known}`);
    }
    return watched(alarm, field, subject, stack);
  });
}

/** The value must be the name of a resource of the right kind, or be made from one while it is not known. */
function watched(alarm: Resource, field: Field, { types, properties }: Subject, stack: Stack): Outcomes {
  const candidates = stack.all(...types);
  if (candidates.length === 0) return undefined;
  const made = stack.madeFrom(alarm, field);
  const kind = types.map((each) => each.split(":").at(-1)).join(" or ");
  if (field.unknown) {
    const isMadeFrom = candidates.some(({ urn }) => made.includes(urn));
    return isMadeFrom || made.length === 0 ? undefined : field.refuse(`it is not the name of a ${kind} in this stack`);
  }
  const names = candidates.flatMap((each) => properties.map((property) => stack.output(each, ...property.split("."))));
  if (names.some((each) => each.text !== undefined && each.text === field.text)) return undefined;
  if (names.some((each) => each.value === UNKNOWN)) return undefined;
  return field.refuse(`no ${kind} in this stack is called ${JSON.stringify(field.value)}`);
}
