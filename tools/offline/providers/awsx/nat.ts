import type { VpcArgs } from "./args";
import type { PlannedSubnet } from "./subnetPlan";

/** Refuses gateways that could not be built, or that would stand idle. */
export function refuseNatProblems(args: VpcArgs, zones: readonly string[], subnets: readonly PlannedSubnet[]): void {
  const { natStrategy, elasticIpAllocationIds: ids } = args;
  if (natStrategy === "None" && ids.length > 0) {
    throw new Error("natGateways.elasticIpAllocationIds: there are no gateways to use them. Leave them out");
  }
  if (natStrategy === "Single" && ids.length > 1) {
    throw new Error(`natGateways.elasticIpAllocationIds: one gateway needs one address, not ${ids.length}`);
  }
  if (natStrategy === "OnePerAz" && ids.length > 0 && ids.length !== zones.length) {
    throw new Error(
      `natGateways.elasticIpAllocationIds: ${ids.length} addresses for ${zones.length} zones. Write one for each zone`,
    );
  }
  const has = (...types: readonly string[]) => subnets.some(({ type }) => types.includes(type));
  if (natStrategy !== "None" && !(has("Public") && has("Private", "Isolated"))) {
    throw new Error(
      `natGateways.strategy: ${natStrategy} needs public subnets to stand in, and private or isolated ones to serve. ` +
        "Add the specs, or write None",
    );
  }
}

/** Whether a public subnet of a zone gets a gateway. */
export function getsGateway(strategy: VpcArgs["natStrategy"], gateways: number, zoneIndex: number): boolean {
  if (strategy === "None") return false;
  return strategy === "Single" ? gateways < 1 : gateways <= zoneIndex;
}
