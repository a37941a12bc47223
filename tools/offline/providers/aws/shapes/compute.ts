import type { Resource, Shapes } from "../template";

/** Programs name a cluster by its ARN or by its name; ARNs of what runs in it hold the name. */
const clusterName = (resource: Resource) => (resource.input("cluster") ?? "default").split("/").at(-1) ?? "default";

const LAMBDA_PATH = "arn:{partition}:apigateway:{region}:lambda:path/2015-03-31/functions";

export const computeShapes: Shapes = {
  "ecs/cluster:Cluster": { id: "{=arn}", arn: "{arn:ecs}cluster/{name}" },
  "ecs/clusterCapacityProviders:ClusterCapacityProviders": { id: "{.clusterName}" },
  "ecs/capacityProvider:CapacityProvider": { id: "{=arn}", arn: "{arn:ecs}capacity-provider/{name}" },
  "ecs/service:Service": {
    id: "{=arn}",
    arn: (service) => service.fill(`{arn:ecs}service/${clusterName(service)}/{name}`),
    cluster: "{arn:ecs}cluster/default",
    iamRole: "/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS",
    launchType: "FARGATE",
    platformVersion: "LATEST",
    availabilityZoneRebalancing: "ENABLED",
    triggers: {},
  },
  "ecs/taskDefinition:TaskDefinition": {
    id: "{.family}",
    arn: "{arn:ecs}task-definition/{.family}:{revision}",
    arnWithoutRevision: "{arn:ecs}task-definition/{.family}",
    revision: "{revision}",
    networkMode: "bridge",
    enableFaultInjection: false,
  },
  "appautoscaling/target:Target": {
    id: "{.resourceId}",
    arn: "{arn:application-autoscaling}scalable-target/0ec5{hex32}",
    roleArn: (target) =>
      target.fill(
        `{global:iam}role/aws-service-role/${target.input("serviceNamespace") ?? "ecs"}.application-autoscaling.{domain}/` +
          "AWSServiceRoleForApplicationAutoScaling",
      ),
  },
  "appautoscaling/policy:Policy": {
    id: "{name}",
    arn: "{arn:autoscaling}scalingPolicy:{uuid}:resource/{.serviceNamespace}/{.resourceId}:policyName/{name}",
    alarmArns: [],
  },
  "appautoscaling/scheduledAction:ScheduledAction": {
    id: "{name}-{.serviceNamespace}-{.resourceId}",
    arn: "{arn:autoscaling}scheduledAction:{uuid}:resource/{.serviceNamespace}/{.resourceId}:scheduledActionName/{name}",
  },
  "lambda/function:Function": {
    id: "{name}",
    arn: "{arn:lambda}function:{name}",
    invokeArn: `${LAMBDA_PATH}/{=arn}/invocations`,
    qualifiedArn: "{arn:lambda}function:{name}:{=version}",
    qualifiedInvokeArn: `${LAMBDA_PATH}/{=qualifiedArn}/invocations`,
    version: "$LATEST",
    lastModified: "2024-01-01T00:00:00.000+0000",
    codeSha256: "{mixed43}=",
    sourceCodeHash: "{=codeSha256}",
    sourceCodeSize: 1024,
    packageType: "Zip",
    signingJobArn: "",
    signingProfileVersionArn: "",
  },
  "lambda/alias:Alias": {
    id: (alias) => alias.output("arn"),
    arn: (alias) => alias.fill(`{arn:lambda}function:${functionName(alias)}:{name}`),
    invokeArn: `${LAMBDA_PATH}/{=arn}/invocations`,
  },
  "lambda/permission:Permission": { id: "{.statementId|=statementId}", statementId: "{name}-{hex7:statement}" },
  "lambda/eventSourceMapping:EventSourceMapping": {
    id: "{uuid}",
    uuid: "{id}",
    arn: "{arn:lambda}event-source-mapping:{id}",
    functionArn: (mapping) => mapping.fill(`{arn:lambda}function:${functionName(mapping)}`),
    state: "Enabled",
  },
  "lambda/functionEventInvokeConfig:FunctionEventInvokeConfig": { id: "{.functionName}" },
  "lambda/functionUrl:FunctionUrl": {
    id: functionName,
    functionUrl: "https://{=urlId}.lambda-url.{region}.on.aws/",
    urlId: "{alnum32}",
  },
  "lambda/layerVersion:LayerVersion": {
    id: "{=arn}",
    arn: "{=layerArn}:{revision}",
    layerArn: "{arn:lambda}layer:{.layerName}",
    version: "{revision}",
  },
  "scheduler/schedule:Schedule": {
    id: "{.groupName|default}/{name}",
    arn: "{arn:scheduler}schedule/{.groupName|default}/{name}",
    groupName: "default",
    state: "ENABLED",
  },
  "scheduler/scheduleGroup:ScheduleGroup": { id: "{name}", arn: "{arn:scheduler}schedule-group/{name}" },
  "sfn/stateMachine:StateMachine": { id: "{=arn}", arn: "{arn:states}stateMachine:{name}", status: "ACTIVE" },
};

/** Lambda's own resources name a function by its ARN or by its name. */
function functionName(resource: Resource): string {
  const given = resource.input("functionName") ?? resource.input("function") ?? resource.name;
  return given.startsWith("arn:") ? (given.split(":")[6] ?? given) : given;
}
