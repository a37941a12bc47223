import type { Wire } from "../wire";
import { isMap, isSecret, isUnknown, reveal, secret, UNKNOWN } from "../wire";
import type { SubnetSpec, VpcArgs } from "./args";

/** Tags of several sources; the later ones count. Unknown or secret when one of them is. */
export function mergeTags(...sources: readonly (Wire | undefined)[]): Wire {
  if (sources.some((source) => source !== undefined && isUnknown(reveal(source)))) return UNKNOWN;
  const merged: Record<string, Wire> = {};
  for (const source of sources) {
    const tags = reveal(source ?? null);
    if (isMap(tags)) Object.assign(merged, tags);
  }
  return sources.some(isSecret) ? secret(merged) : merged;
}

/** The Name tag of a subnet ends with the number of its zone, or with what tells its zone from others: 1a of us-east-1a. */
export function nameTag(
  vpcName: string,
  spec: SubnetSpec,
  zoneIndex: number,
  zones: readonly string[],
  strategy: VpcArgs["nameTagStrategy"],
): string {
  const suffix = strategy === "Legacy" ? String(zoneIndex + 1) : zoneSuffix(zones[zoneIndex] ?? "");
  return `${vpcName}-${spec.name ?? spec.type.toLowerCase()}-${suffix}`;
}

const zoneSuffix = (zone: string) => zone.replace(/^[a-z]{2}(?:-[a-z]+)+-/, "");

/** Zones that differ only in what is left out would give two subnets the same Name. */
export function refuseEqualSuffixes(zones: readonly string[]): void {
  const suffixes = zones.map(zoneSuffix);
  const twin = zones.find((_, index) => suffixes.indexOf(suffixes[index] ?? "") !== index);
  if (twin !== undefined) {
    throw new Error(`subnetNameTagStrategy: AvailabilityZone cannot tell ${twin} from another zone. Write Legacy`);
  }
}
