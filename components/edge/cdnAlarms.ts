import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";
import { EDGE_REGION } from "../shared/edgeRegion";

/** CloudFront publishes in us-east-1 only, with a Region that says Global: "View CloudFront metrics with the API". */
export function cdnAlarms(distributionId: pulumi.Input<string>): AlarmRow[] {
  const common = {
    namespace: "AWS/CloudFront",
    dimensions: { DistributionId: distributionId, Region: "Global" },
    statistic: "Average",
    rings: ">",
    periods: 3,
    region: EDGE_REGION,
    runbook: "recordings",
    volume: { metric: "Requests", statistic: "Sum", atLeast: 50 },
  } as const;
  return [
    {
      ...common,
      name: "recordings-errors",
      metric: "5xxErrorRate",
      threshold: 5,
      why: "Recordings do not play: CloudFront returns 5xx errors",
    },
    {
      ...common,
      name: "recordings-refusals",
      metric: "4xxErrorRate",
      threshold: 30,
      why: "Links to recordings are refused: the signing key was changed, or somebody is trying unsigned links",
    },
  ];
}
