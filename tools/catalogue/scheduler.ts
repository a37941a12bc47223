import { made } from "./entry";
import { FREE, as } from "./reasons";
import { USES_NEW_ROLE } from "./seconds";

export const MADE = made({
  "scheduler/schedule:Schedule": {
    price: "priced",
    seconds: USES_NEW_ROLE,
    outputs: {
      id: "{.groupName|default}/{name}",
      arn: "{arn:scheduler}schedule/{.groupName|default}/{name}",
      groupName: "default",
      state: "ENABLED",
    },
    replacedBy: "groupName name namePrefix",
    named: { max: 64 },
    drawn: as("a note at the queue that it fills"),
    alarms: "service",
  },
  "scheduler/scheduleGroup:ScheduleGroup": {
    price: FREE.setting,
    seconds: [1, 2, 10],
    outputs: { id: "{name}", arn: "{arn:scheduler}schedule-group/{name}" },
    partOf: "scheduler/schedule:Schedule",
  },
});
