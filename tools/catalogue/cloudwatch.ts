import { made, others } from "./entry";
import { FREE, free, notDrawn, quiet } from "./reasons";
import { CALL } from "./seconds";

export const MADE = made({
  "cloudwatch/logGroup:LogGroup": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:logs}log-group:{name}",
      namePrefix: "",
      logGroupClass: "STANDARD",
      deletionProtectionEnabled: false,
    },
    replacedBy: "logGroupClass name namePrefix",
    protectedBy: {
      property: "deletionProtectionEnabled",
      value: true,
      answer: (name) =>
        `deleting CloudWatch Logs Log Group (${name}): operation error CloudWatch Logs: DeleteLogGroup, StatusCode: 400, ` +
        "ValidationException: Log group has deletion protection enabled. Disable it and try again.",
    },
    drawn: "box",
    alarms: "leaked-credential",
  },
  "cloudwatch/logMetricFilter:LogMetricFilter": {
    price: "priced",
    seconds: CALL,
    outputs: { id: "{name}" },
    replacedBy: "logGroupName name",
    partOf: "cloudwatch/logGroup:LogGroup",
  },
  "cloudwatch/logResourcePolicy:LogResourcePolicy": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "{.policyName}" },
    replacedBy: "policyName",
    partOf: "cloudwatch/logGroup:LogGroup",
  },
  "cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": {
    price: FREE.recorded,
    seconds: CALL,
    outputs: { id: "{.logGroupName}" },
    partOf: "cloudwatch/logGroup:LogGroup",
  },
  "cloudwatch/logDeliverySource:LogDeliverySource": {
    price: FREE.recorded,
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:logs}delivery-source:{name}",
      service: "cloudfront",
    },
    replacedBy: "logType name resourceArn",
    partOf: "cloudwatch/logGroup:LogGroup",
  },
  "cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    price: FREE.recorded,
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:logs}delivery-destination:{name}",
      deliveryDestinationType: "S3",
    },
    replacedBy: "deliveryDestinationType name",
    partOf: "cloudwatch/logGroup:LogGroup",
  },
  "cloudwatch/logDelivery:LogDelivery": {
    price: FREE.recorded,
    seconds: [1, 3, 20],
    outputs: { id: "{mixed16}", arn: "{arn:logs}delivery:{id}" },
    replacedBy: "deliveryDestinationArn deliverySourceName",
    partOf: "cloudwatch/logGroup:LogGroup",
  },
  "cloudwatch/metricAlarm:MetricAlarm": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:cloudwatch}alarm:{name}",
      evaluateLowSampleCountPercentiles: "",
    },
    replacedBy: "name",
    drawn: "box",
    alarms: quiet("it is the alarm"),
  },
  "cloudwatch/dashboard:Dashboard": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{.dashboardName}",
      dashboardArn: "{global:cloudwatch}dashboard/{.dashboardName}",
    },
    replacedBy: "dashboardName",
    partOf: "cloudwatch/metricAlarm:MetricAlarm",
  },
  "cloudwatch/eventRule:EventRule": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "{name}",
      arn: "{arn:events}rule/{name}",
      namePrefix: "",
      eventBusName: "default",
    },
    replacedBy: "eventBusName name namePrefix",
    named: { max: 64 },
    drawn: notDrawn("it brings what AWS says to a topic or queue, which is drawn"),
    alarms: quiet("the topic that it writes to is watched"),
  },
  "cloudwatch/eventTarget:EventTarget": {
    price: free("events of AWS itself are free"),
    seconds: CALL,
    outputs: {
      id: "{.rule}-{=targetId}",
      targetId: "terraform-{digits26}",
      eventBusName: "default",
    },
    replacedBy: "eventBusName rule targetId",
    partOf: "cloudwatch/eventRule:EventRule",
  },
});

export const OTHERS = others({
  "cloudwatch/logStream:LogStream": {
    outputs: { id: "{name}", arn: "{arn:logs}log-group:{.logGroupName}:log-stream:{name}" },
    replacedBy: "*",
  },
  "cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": {
    outputs: { id: "cwlsf-{digits10}", roleArn: "" },
    replacedBy: "logGroup name",
  },
  "cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy": {
    outputs: { id: "{.deliveryDestinationName}" },
  },
  "cloudwatch/queryDefinition:QueryDefinition": {
    outputs: { id: "{=queryDefinitionId}", queryDefinitionId: "{uuid}" },
  },
  "cloudwatch/compositeAlarm:CompositeAlarm": {
    outputs: {
      id: "{.alarmName}",
      arn: "{arn:cloudwatch}alarm:{.alarmName}",
    },
  },
  "cloudwatch/eventBus:EventBus": { outputs: { id: "{name}", arn: "{arn:events}event-bus/{name}" } },
  "cloudwatch/eventArchive:EventArchive": { outputs: { id: "{name}", arn: "{arn:events}archive/{name}" } },
});
