import { made, others } from "./entry";
import { FREE, quiet } from "./reasons";
import { CALL, USES_NEW_ROLE } from "./seconds";

export const MADE = made({
  "cfg/recorder:Recorder": {
    price: "priced",
    seconds: USES_NEW_ROLE,
    outputs: { id: "{name}" },
    replacedBy: "name",
    drawn: "box",
    alarms: quiet("its findings are read in Security Hub"),
  },
  "cfg/recorderStatus:RecorderStatus": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{.name}" },
    partOf: "cfg/recorder:Recorder",
  },
  "cfg/deliveryChannel:DeliveryChannel": {
    price: FREE.setting,
    seconds: USES_NEW_ROLE,
    outputs: { id: "{name}" },
    partOf: "cfg/recorder:Recorder",
  },
  "cfg/conformancePack:ConformancePack": {
    price: "priced",
    seconds: [30, 90, 300],
    outputs: { id: "{name}", arn: "{arn:config}conformance-pack/{name}/{alnum12}" },
    partOf: "cfg/recorder:Recorder",
  },
});

export const OTHERS = others({
  "cfg/rule:Rule": {
    outputs: {
      id: "{name}",
      arn: "{arn:config}config-rule/config-rule-{alnum6}",
      ruleId: "config-rule-{alnum6}",
    },
    replacedBy: "name",
  },
});
