import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

/** CloudWatch Logs User Guide, "Monitoring with CloudWatch metrics". For logs that are never silent for a day. */
export function auditLogAlarms(purpose: string, logGroupName: pulumi.Input<string>): AlarmRow[] {
  return [
    {
      name: `${purpose}-silent`,
      namespace: "AWS/Logs",
      metric: "IncomingLogEvents",
      statistic: "Sum",
      dimensions: { LogGroupName: logGroupName },
      rings: "<",
      threshold: 1,
      periodSeconds: 86_400,
      missing: "breaching",
      why: "The audit log has received no events for 24 hours: activity in that time cannot be proven (45 CFR 164.312(b))",
      runbook: "leaked-credential",
    },
  ];
}
