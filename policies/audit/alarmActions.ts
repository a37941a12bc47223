import { isNotFalse } from "../engine/expect";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";

export const alarmActions = rule({
  id: "alarm-actions",
  title: "Every alarm notifies somebody",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.312(b)"],
  remediation: "Name an SNS topic in alarmActions, and leave actionsEnabled out",
  types: ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  checkInStack: (alarm, stack) => {
    const actions = alarm.at("alarmActions");
    return [
      isNotFalse(alarm.at("actionsEnabled"), "the alarm's actions are disabled"),
      actions.unknown
        ? actions.later()
        : actions.given || isWatched(alarm, stack)
          ? undefined
          : actions.refuse("nobody is notified when it fires"),
    ];
  },
});

/** A part of a composite alarm, or one that rolls a deployment back, has somebody who looks at it. */
function isWatched(alarm: Resource, stack: Stack): boolean {
  const name = alarm.at("name").text;
  const reads = (reader: Resource, ...path: string[]) => {
    const field = reader.at(...path);
    const named =
      name !== undefined && field.items.some((each) => each.text === name || each.text?.includes(`"${name}"`));
    return named || stack.madeFrom(reader, field).includes(alarm.urn);
  };
  return (
    stack.all("aws:cloudwatch/compositeAlarm:CompositeAlarm").some((each) => reads(each, "alarmRule")) ||
    stack.all("aws:ecs/service:Service").some((each) => reads(each, "alarms", "alarmNames"))
  );
}
