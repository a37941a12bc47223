import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

export interface ServiceSubject {
  readonly clusterName: pulumi.Input<string>;
  readonly serviceName: pulumi.Input<string>;
  readonly minTasks: number;
}

/** Tasks: ECS Developer Guide, "CloudWatch metrics" and "Container Insights with enhanced observability metrics". */
export function serviceAlarms({ clusterName, serviceName, minTasks }: ServiceSubject): AlarmRow[] {
  const dimensions = { ClusterName: clusterName, ServiceName: serviceName };
  const common = { namespace: "AWS/ECS", dimensions, statistic: "Average", runbook: "service", periods: 3 } as const;
  return [
    {
      ...common,
      name: "tasks-cpu",
      metric: "CPUUtilization",
      rings: ">",
      threshold: 85,
      why: "Tasks are above 85% CPU: the service has reached its maximum number of tasks, or cannot start more",
    },
    {
      ...common,
      name: "tasks-memory",
      metric: "MemoryUtilization",
      rings: ">",
      threshold: 85,
      why: "Tasks are above 85% memory: a task that runs out is killed in the middle of a request",
    },
    {
      ...common,
      name: "tasks-running",
      namespace: "ECS/ContainerInsights",
      metric: "RunningTaskCount",
      statistic: "Minimum",
      rings: "<",
      threshold: minTasks,
      missing: "breaching",
      why: "Fewer tasks are running than the configured minimum: they fail to start or keep crashing",
    },
  ];
}
