import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:cloudwatch/eventTarget:EventTarget": {
      holdsData: false,
      workloadSubnets: ["ecsTarget", "networkConfiguration", "subnets"],
    },
    "aws:cloudwatch/logGroup:LogGroup": {
      holdsData: false,
      named: ["name", /^[\w./#-]{1,512}$/, "at most 512 letters, digits and . / # - _"],
    },
    "aws:cloudwatch/eventRule:EventRule": {
      holdsData: false,
      named: ["name", /^[\w.-]{1,64}$/, "at most 64 letters, digits and . - _"],
    },
  },
  [
    "aws:cloudwatch/dashboard:Dashboard",
    "aws:cloudwatch/logDataProtectionPolicy:LogDataProtectionPolicy",
    "aws:cloudwatch/logDelivery:LogDelivery",
    "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
    "aws:cloudwatch/logDeliverySource:LogDeliverySource",
    "aws:cloudwatch/logMetricFilter:LogMetricFilter",
    "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
    "aws:cloudwatch/metricAlarm:MetricAlarm",
  ],
);

export const METRICS: Dimensions = {
  "AWS/Events": { RuleName: subject(["name"], "aws:cloudwatch/eventRule:EventRule"), EventBusName: ANY },
  "AWS/Logs": {
    LogGroupName: subject(["name"], "aws:cloudwatch/logGroup:LogGroup"),
    DestinationType: ANY,
    FilterName: ANY,
  },
};
