import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow, AnomalyRow } from "./alarmRow";

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
      why: "Tasks are as many as allowed and still busy",
    },
    {
      ...common,
      name: "tasks-memory",
      metric: "MemoryUtilization",
      rings: ">",
      threshold: 85,
      why: "A task that runs out of memory is killed in the middle of a request",
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
      why: "Fewer tasks than the least that is asked for: they do not start, or die",
    },
  ];
}

export interface LoadBalancerSubject {
  readonly suffix: pulumi.Input<string>;
  readonly targetGroupSuffixes: readonly pulumi.Input<string>[];
}

/** Elastic Load Balancing: "CloudWatch metrics for your Application Load Balancer". */
export function loadBalancerAlarms({ suffix, targetGroupSuffixes }: LoadBalancerSubject): AlarmRow[] {
  const common = { namespace: "AWS/ApplicationELB", dimensions: { LoadBalancer: suffix }, runbook: "service" } as const;
  return [
    {
      ...common,
      name: "entry-errors",
      metric: "HTTPCode_ELB_5XX_Count",
      statistic: "Sum",
      rings: ">=",
      threshold: 10,
      why: "The load balancer itself answers with errors: no task takes its requests",
    },
    {
      ...common,
      name: "api-errors",
      metric: "HTTPCode_Target_5XX_Count",
      statistic: "Sum",
      rings: ">=",
      threshold: 10,
      why: "The application answers with errors",
    },
    {
      ...common,
      name: "api-slow",
      metric: "TargetResponseTime",
      statistic: "p99",
      rings: ">",
      threshold: 3,
      periods: 3,
      why: "One request in a hundred takes more than three seconds",
    },
    {
      ...common,
      name: "entry-refused",
      metric: "RejectedConnectionCount",
      statistic: "Sum",
      rings: ">=",
      threshold: 1,
      why: "The load balancer takes no more connections",
    },
    {
      ...common,
      name: "entry-tls-errors",
      metric: "ClientTLSNegotiationErrorCount",
      statistic: "Sum",
      rings: ">=",
      threshold: 100,
      why: "Clients cannot agree on TLS: an old device, or somebody who tries old versions",
    },
    ...targetGroupSuffixes.map((TargetGroup, index): AlarmRow => ({
      ...common,
      name: `targets-${index === 0 ? "blue" : "green"}-unhealthy`,
      metric: "UnHealthyHostCount",
      dimensions: { LoadBalancer: suffix, TargetGroup },
      statistic: "Maximum",
      rings: ">=",
      threshold: 1,
      periods: 3,
      why: "A task runs and does not answer its health check",
    })),
  ];
}

/** Far more or far fewer requests than the hour of the week has taught: an attack, or patients who cannot get through. */
export function loadBalancerAnomalies({ suffix }: LoadBalancerSubject): AnomalyRow[] {
  return [
    {
      name: "entry-requests",
      namespace: "AWS/ApplicationELB",
      metric: "RequestCount",
      statistic: "Sum",
      dimensions: { LoadBalancer: suffix },
      rings: "outside",
      band: 4,
      periods: 3,
      why: "The number of requests is far from what is usual at this hour",
      runbook: "service",
    },
  ];
}
