import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";

export interface RestApiSubject {
  readonly apiName: pulumi.Input<string>;
  readonly stageName: pulumi.Input<string>;
}

/** API Gateway Developer Guide, "Amazon API Gateway dimensions and metrics". */
export function restApiAlarms({ apiName, stageName }: RestApiSubject): AlarmRow[] {
  const dimensions = { ApiName: apiName, Stage: stageName };
  const common = { namespace: "AWS/ApiGateway", dimensions, runbook: "service" } as const;
  return [
    {
      ...common,
      name: "rest-api-errors",
      metric: "5XXError",
      statistic: "Sum",
      rings: ">=",
      threshold: 10,
      why: "API Gateway cannot reach the service, or the service returns 5xx errors",
    },
    {
      ...common,
      name: "rest-api-refusals",
      metric: "4XXError",
      // As an average it is the share of all requests.
      statistic: "Average",
      rings: ">",
      threshold: 0.4,
      periods: 3,
      volume: { metric: "Count", statistic: "SampleCount", atLeast: 100 },
      why: "More than 40% of requests are refused: clients send tokens for the wrong audience, or somebody is probing for paths",
    },
    {
      ...common,
      name: "rest-api-slow",
      metric: "Latency",
      statistic: "p99",
      rings: ">",
      threshold: 5000,
      periods: 3,
      why: "1% of requests take more than 5 seconds",
    },
  ];
}
