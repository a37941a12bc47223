import { made, others } from "./entry";
import { FREE } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "appautoscaling/target:Target": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{.resourceId}",
      arn: "{arn:application-autoscaling}scalable-target/0ec5{hex32}",
      roleArn: (target) =>
        target.fill(
          `{global:iam}role/aws-service-role/${target.input("serviceNamespace") ?? "ecs"}.application-autoscaling.{domain}/` +
            "AWSServiceRoleForApplicationAutoScaling",
        ),
    },
    replacedBy: "resourceId scalableDimension serviceNamespace",
    partOf: "ecs/service:Service",
  },
  "appautoscaling/policy:Policy": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:autoscaling}scalingPolicy:{uuid}:resource/{.serviceNamespace}/{.resourceId}:policyName/{name}",
      alarmArns: [],
    },
    replacedBy: "name resourceId scalableDimension serviceNamespace",
    partOf: "appautoscaling/target:Target",
  },
});

export const OTHERS = others({
  "appautoscaling/scheduledAction:ScheduledAction": {
    outputs: {
      id: "{name}-{.serviceNamespace}-{.resourceId}",
      arn: "{arn:autoscaling}scheduledAction:{uuid}:resource/{.serviceNamespace}/{.resourceId}:scheduledActionName/{name}",
    },
    replacedBy: "name resourceId scalableDimension serviceNamespace",
  },
});
