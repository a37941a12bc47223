import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

export interface ScheduleSubject {
  /** What it starts: `reminders`. */
  readonly purpose: string;
  /** `ScheduledJob.groupName`. */
  readonly groupName: pulumi.Input<string>;
}

/** EventBridge Scheduler User Guide, "Monitoring Amazon EventBridge Scheduler with Amazon CloudWatch". */
export function scheduleAlarms({ purpose, groupName }: ScheduleSubject): AlarmRow[] {
  return [
    {
      name: `${purpose}-not-started`,
      namespace: "AWS/Scheduler",
      metric: "InvocationDroppedCount",
      statistic: "Sum",
      dimensions: { ScheduleGroup: groupName },
      rings: ">=",
      threshold: 1,
      why: "A scheduled run was dropped after all retries: the target queue or its key refused it",
      runbook: "service",
    },
  ];
}
