import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

/** Alarms on the alerting path itself: SNS Developer Guide, "Monitoring Amazon SNS topics using CloudWatch". */
export function topicAlarms(topicName: pulumi.Input<string>, region?: string): AlarmRow[] {
  return [
    {
      name: region === undefined ? "alerts-undelivered" : `alerts-undelivered-${region}`,
      namespace: "AWS/SNS",
      metric: "NumberOfNotificationsFailed",
      statistic: "Sum",
      dimensions: { TopicName: topicName },
      rings: ">=",
      threshold: 1,
      why: "An alert could not be delivered to a subscriber",
      runbook: "service",
      ...(region === undefined ? {} : { region }),
    },
  ];
}
