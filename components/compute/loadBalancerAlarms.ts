import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow, AnomalyRow } from "../shared/alarmRow";

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
      why: "The load balancer itself returns 5xx errors: no healthy task accepts requests",
    },
    {
      ...common,
      name: "api-errors",
      metric: "HTTPCode_Target_5XX_Count",
      statistic: "Sum",
      rings: ">=",
      threshold: 10,
      why: "The application returns 5xx errors",
    },
    {
      ...common,
      name: "api-slow",
      metric: "TargetResponseTime",
      statistic: "p99",
      rings: ">",
      threshold: 3,
      periods: 3,
      why: "1% of requests take more than 3 seconds",
    },
    {
      ...common,
      name: "entry-refused",
      metric: "RejectedConnectionCount",
      statistic: "Sum",
      rings: ">=",
      threshold: 1,
      why: "The load balancer has reached its connection limit and is rejecting connections",
    },
    {
      ...common,
      name: "entry-tls-errors",
      metric: "ClientTLSNegotiationErrorCount",
      statistic: "Sum",
      rings: ">=",
      threshold: 100,
      why: "TLS handshakes are failing: outdated devices, or somebody probing old TLS versions",
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
      why: "A task is running but failing its health check",
    })),
  ];
}

/** Far more or far fewer requests than normal for the hour of the week: an attack, or patients who cannot get through. */
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
      why: "The request rate is far from normal for this hour: an attack, or patients who cannot get through",
      runbook: "service",
    },
  ];
}
