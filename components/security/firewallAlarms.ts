import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow } from "../shared/alarmRow";
import { EDGE_REGION } from "../shared/edgeRegion";

export interface FirewallSubject {
  /** `api`, `sign-in`, `recordings` or `web`. */
  readonly purpose: string;
  readonly metricName: pulumi.Input<string>;
  /** Of a regional firewall; those of CloudFront and Amplify publish in us-east-1 without this dimension. */
  readonly region: string | undefined;
}

/** AWS WAF Developer Guide, "AWS WAF metrics and dimensions". */
export function firewallAlarms({ purpose, metricName, region }: FirewallSubject): AlarmRow[] {
  return [
    {
      name: `firewall-${purpose}-blocks`,
      namespace: "AWS/WAFV2",
      metric: "BlockedRequests",
      statistic: "Sum",
      dimensions: { WebACL: metricName, Rule: "ALL", ...(region === undefined ? {} : { Region: region }) },
      rings: ">=",
      threshold: 1000,
      why: "The firewall is blocking far more than background noise: an attack, or a rule that blocks patients",
      runbook: "service",
      ...(region === undefined ? { region: EDGE_REGION } : {}),
    },
  ];
}
