import type { Shapes } from "../template";

export const auditShapes: Shapes = {
  "cloudtrail/trail:Trail": {
    id: "{=arn}",
    arn: "{arn:cloudtrail}trail/{name}",
    homeRegion: "{region}",
    snsTopicArn: "",
  },
  "cloudwatch/logGroup:LogGroup": {
    id: "{name}",
    arn: "{arn:logs}log-group:{name}",
    namePrefix: "",
    logGroupClass: "STANDARD",
    deletionProtectionEnabled: false,
  },
  "cloudwatch/logStream:LogStream": { id: "{name}", arn: "{arn:logs}log-group:{.logGroupName}:log-stream:{name}" },
  "cloudwatch/logMetricFilter:LogMetricFilter": { id: "{name}" },
  "cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": { id: "cwlsf-{digits10}", roleArn: "" },
  "cloudwatch/logResourcePolicy:LogResourcePolicy": { id: "{.policyName}" },
  "cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy": { id: "{.logGroupName}" },
  "cloudwatch/logDeliverySource:LogDeliverySource": {
    id: "{name}",
    arn: "{arn:logs}delivery-source:{name}",
    service: "cloudfront",
  },
  "cloudwatch/logDeliveryDestination:LogDeliveryDestination": {
    id: "{name}",
    arn: "{arn:logs}delivery-destination:{name}",
    deliveryDestinationType: "S3",
  },
  "cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy": { id: "{.deliveryDestinationName}" },
  "cloudwatch/logDelivery:LogDelivery": { id: "{mixed16}", arn: "{arn:logs}delivery:{id}" },
  "cloudwatch/queryDefinition:QueryDefinition": { id: "{=queryDefinitionId}", queryDefinitionId: "{uuid}" },
  "cloudwatch/metricAlarm:MetricAlarm": {
    id: "{name}",
    arn: "{arn:cloudwatch}alarm:{name}",
    evaluateLowSampleCountPercentiles: "",
  },
  "cloudwatch/compositeAlarm:CompositeAlarm": {
    id: "{.alarmName}",
    arn: "{arn:cloudwatch}alarm:{.alarmName}",
  },
  "cloudwatch/dashboard:Dashboard": {
    id: "{.dashboardName}",
    dashboardArn: "{global:cloudwatch}dashboard/{.dashboardName}",
  },
  "cloudwatch/eventRule:EventRule": {
    id: "{name}",
    arn: "{arn:events}rule/{name}",
    namePrefix: "",
    eventBusName: "default",
  },
  "cloudwatch/eventTarget:EventTarget": {
    id: "{.rule}-{=targetId}",
    targetId: "terraform-{digits26}",
    eventBusName: "default",
  },
  "cloudwatch/eventBus:EventBus": { id: "{name}", arn: "{arn:events}event-bus/{name}" },
  "cloudwatch/eventArchive:EventArchive": { id: "{name}", arn: "{arn:events}archive/{name}" },
  "cfg/recorder:Recorder": { id: "{name}" },
  "cfg/recorderStatus:RecorderStatus": { id: "{.name}" },
  "cfg/deliveryChannel:DeliveryChannel": { id: "{name}" },
  "cfg/rule:Rule": {
    id: "{name}",
    arn: "{arn:config}config-rule/config-rule-{alnum6}",
    ruleId: "config-rule-{alnum6}",
  },
  "cfg/conformancePack:ConformancePack": { id: "{name}", arn: "{arn:config}conformance-pack/{name}/{alnum12}" },
  "ebs/encryptionByDefault:EncryptionByDefault": { id: "terraform-{digits26}" },
  "ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess": { id: "{region}" },
  "ebs/defaultKmsKey:DefaultKmsKey": { id: "{.keyArn}" },
};
