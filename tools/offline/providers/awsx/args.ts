import type { Wire, WireMap } from "../wire";
import { isList, isMap, isUnknown, reveal } from "../wire";

const SUBNET_TYPES = ["Public", "Private", "Isolated", "Unused"] as const;
export type SubnetType = (typeof SUBNET_TYPES)[number];
const NAT_STRATEGIES = ["None", "Single", "OnePerAz"] as const;
const SUBNET_STRATEGIES = ["Legacy", "Auto", "AutoMerge", "Exact"] as const;
const NAME_TAG_STRATEGIES = ["Legacy", "AvailabilityZone"] as const;
const ENDPOINT_STRATEGIES = ["Legacy", "Auto"] as const;

/** One kind of subnet, of which every zone gets one. */
export interface SubnetSpec {
  readonly type: SubnetType;
  readonly name?: string;
  readonly cidrMask?: number;
  readonly size?: number;
  readonly cidrBlocks?: readonly string[];
  readonly tags?: Wire;
  readonly assignIpv6AddressOnCreation?: boolean;
}

/** The arguments of an `awsx.ec2.Vpc` that shape its graph. All others are handed to the VPC as they are. */
export interface VpcArgs {
  readonly cidrBlock: string | undefined;
  readonly zoneNames: readonly string[] | undefined;
  readonly zoneCount: number | undefined;
  readonly zoneCidrMask: number | undefined;
  readonly natStrategy: (typeof NAT_STRATEGIES)[number];
  readonly elasticIpAllocationIds: readonly Wire[];
  readonly subnetStrategy: (typeof SUBNET_STRATEGIES)[number];
  readonly strategyGiven: boolean;
  readonly nameTagStrategy: (typeof NAME_TAG_STRATEGIES)[number];
  readonly endpointStrategy: (typeof ENDPOINT_STRATEGIES)[number];
  readonly subnetSpecs: readonly SubnetSpec[] | undefined;
  readonly endpointSpecs: readonly WireMap[];
}

/** Reads the inputs of a Vpc. What decides the number or the place of resources must be known. */
export function readArgs(inputs: WireMap): VpcArgs {
  const nat = known(inputs, "natGateways");
  const nats = isMap(nat) ? nat : {};
  const allocations = known(nats, "elasticIpAllocationIds");
  const endpoints = known(inputs, "vpcEndpointSpecs");
  if (known(inputs, "availabilityZoneNames") !== null && known(inputs, "numberOfAvailabilityZones") !== null) {
    throw new Error("availabilityZoneNames: numberOfAvailabilityZones says how many there are. Write one of the two");
  }
  return {
    cidrBlock: textOf(inputs, "cidrBlock"),
    zoneNames: textsOf(inputs, "availabilityZoneNames"),
    zoneCount: numberOf(inputs, "numberOfAvailabilityZones"),
    zoneCidrMask: numberOf(inputs, "availabilityZoneCidrMask"),
    natStrategy: oneOf(nats, "strategy", NAT_STRATEGIES, "OnePerAz"),
    elasticIpAllocationIds: isList(allocations) ? allocations : [],
    subnetStrategy: oneOf(inputs, "subnetStrategy", SUBNET_STRATEGIES, "Legacy"),
    strategyGiven: textOf(inputs, "subnetStrategy") !== undefined,
    nameTagStrategy: oneOf(inputs, "subnetNameTagStrategy", NAME_TAG_STRATEGIES, "Legacy"),
    endpointStrategy: oneOf(inputs, "vpcEndpointStrategy", ENDPOINT_STRATEGIES, "Legacy"),
    subnetSpecs: mapsOf(inputs, "subnetSpecs")?.map(readSpec),
    endpointSpecs: isList(endpoints) ? endpoints.filter(isMap) : [],
  };
}

function readSpec(given: WireMap): SubnetSpec {
  const name = textOf(given, "name");
  const cidrMask = numberOf(given, "cidrMask");
  const size = numberOf(given, "size");
  const cidrBlocks = textsOf(given, "cidrBlocks");
  const tags = given["tags"];
  const assign = known(given, "assignIpv6AddressOnCreation");
  return {
    type: oneOf(given, "type", SUBNET_TYPES, undefined),
    ...(name === undefined ? {} : { name }),
    ...(cidrMask === undefined ? {} : { cidrMask }),
    ...(size === undefined ? {} : { size }),
    ...(cidrBlocks === undefined ? {} : { cidrBlocks }),
    ...(tags === undefined || tags === null ? {} : { tags }),
    ...(typeof assign === "boolean" ? { assignIpv6AddressOnCreation: assign } : {}),
  };
}

function known(map: WireMap, key: string): Wire {
  const value = reveal(map[key] ?? null);
  if (isUnknown(value)) {
    throw new Error(`${key}: it must be known when the program runs, because it decides which resources there are`);
  }
  return value;
}

function textOf(map: WireMap, key: string): string | undefined {
  const value = known(map, key);
  return value === null ? undefined : String(plain(value, key));
}

function numberOf(map: WireMap, key: string): number | undefined {
  const value = known(map, key);
  if (value === null) return undefined;
  if (typeof value !== "number") throw new Error(`${key}: it must be a number`);
  return value;
}

function textsOf(map: WireMap, key: string): readonly string[] | undefined {
  const value = known(map, key);
  if (value === null) return undefined;
  if (!isList(value)) throw new Error(`${key}: it must be a list`);
  return value.map((each, index) => String(plain(known({ [key]: each }, key), `${key}[${index}]`)));
}

function mapsOf(map: WireMap, key: string): readonly WireMap[] | undefined {
  const value = known(map, key);
  if (value === null) return undefined;
  if (!isList(value)) throw new Error(`${key}: it must be a list`);
  return value.filter(isMap);
}

function plain(value: Wire, key: string): string | number | boolean {
  if (typeof value === "object") throw new Error(`${key}: it must be a plain value`);
  return value;
}

/** awsx takes the values of its enumerations in any case of letters. */
function oneOf<T extends string>(map: WireMap, key: string, allowed: readonly T[], fallback: T | undefined): T {
  const value = textOf(map, key);
  const found = value === undefined ? fallback : allowed.find((each) => each.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw new Error(`${key}: ${value ?? "nothing"} is not one of ${allowed.join(", ")}`);
  return found;
}
