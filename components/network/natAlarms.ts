import type * as pulumi from "@pulumi/pulumi";
import type { AlarmRow, AnomalyRow } from "../shared/alarmRow";

/** VPC User Guide, "NAT gateway metrics and dimensions". */
export function natAlarms(ids: readonly pulumi.Input<string>[]): AlarmRow[] {
  const common = { namespace: "AWS/NATGateway", statistic: "Sum", rings: ">=", runbook: "service" } as const;
  return ids.flatMap((NatGatewayId, index): AlarmRow[] => [
    {
      ...common,
      name: `nat-${index + 1}-ports`,
      metric: "ErrorPortAllocation",
      dimensions: { NatGatewayId },
      threshold: 1,
      why: "The NAT gateway has no free ports to a destination: calls to that vendor fail",
    },
    {
      ...common,
      name: `nat-${index + 1}-drops`,
      metric: "PacketsDropCount",
      dimensions: { NatGatewayId },
      threshold: 100,
      periods: 3,
      why: "The NAT gateway is dropping packets: calls to vendors are slow or fail",
    },
  ]);
}

/** Outgoing traffic far above normal: a new export, or somebody copying records out. */
export function natAnomalies(ids: readonly pulumi.Input<string>[]): AnomalyRow[] {
  return ids.map((NatGatewayId, index): AnomalyRow => ({
    name: `nat-${index + 1}-outgoing`,
    namespace: "AWS/NATGateway",
    metric: "BytesOutToDestination",
    statistic: "Sum",
    dimensions: { NatGatewayId },
    rings: "above",
    band: 6,
    periods: 3,
    why: "Far more data than usual is leaving the network: a new export, or somebody copying records out",
    runbook: "leaked-credential",
  }));
}
