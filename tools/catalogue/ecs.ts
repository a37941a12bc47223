import { made, others } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { FREE, notDrawn, quiet } from "./reasons";
import { CALL } from "./seconds";

/** Programs name a cluster by its ARN or by its name; ARNs of what runs in it hold the name. */
const clusterName = (resource: Resource) => (resource.input("cluster") ?? "default").split("/").at(-1) ?? "default";

export const MADE = made({
  "ecs/cluster:Cluster": {
    price: "priced",
    seconds: [10, 11, 30],
    outputs: { id: "{=arn}", arn: "{arn:ecs}cluster/{name}" },
    replacedBy: "name",
    drawn: notDrawn("the services in it are drawn"),
    alarms: "service",
  },
  "ecs/clusterCapacityProviders:ClusterCapacityProviders": {
    price: FREE.setting,
    seconds: [10, 11, 30],
    outputs: { id: "{.clusterName}" },
    replacedBy: "clusterName",
    partOf: "ecs/cluster:Cluster",
  },
  "ecs/service:Service": {
    price: "priced",
    seconds: [2, 5, 30],
    // A rolling update with health checks until the tasks run.
    variants: [
      { name: "until steady", when: (inputs) => inputs["waitForSteadyState"] === true, seconds: [90, 240, 1200] },
    ],
    outputs: {
      id: "{=arn}",
      arn: (service) => service.fill(`{arn:ecs}service/${clusterName(service)}/{name}`),
      cluster: "{arn:ecs}cluster/default",
      iamRole: "/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
      launchType: "FARGATE",
      platformVersion: "LATEST",
      availabilityZoneRebalancing: "ENABLED",
      triggers: {},
    },
    replacedBy: "cluster launchType name schedulingStrategy",
    drawn: "box",
    alarms: "service",
  },
  "ecs/taskDefinition:TaskDefinition": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{.family}",
      arn: "{arn:ecs}task-definition/{.family}:{revision}",
      arnWithoutRevision: "{arn:ecs}task-definition/{.family}",
      revision: "{revision}",
      networkMode: "bridge",
      enableFaultInjection: false,
    },
    replacedBy: "*",
    drawn: "box",
    alarms: quiet("its tasks are watched at their service"),
  },
});

export const OTHERS = others({
  "ecs/capacityProvider:CapacityProvider": { outputs: { id: "{=arn}", arn: "{arn:ecs}capacity-provider/{name}" } },
});
