import type { Wire, WireMap } from "../wire";
import { asText, isUnknown, reveal, UNKNOWN } from "../wire";
import type { SubnetSpec } from "./args";
import type { Input, Registered } from "./monitor";
import { outputOf } from "./monitor";

/** Whether a subnet gives its machines IPv6 addresses: what its spec says, or else what the VPC says. */
export function assignsIpv6(spec: SubnetSpec, args: WireMap): Wire {
  return spec.assignIpv6AddressOnCreation ?? args["assignGeneratedIpv6CidrBlock"] ?? false;
}

/** The /64 of a subnet out of the VPC's /56: subnets are counted over all zones. */
export function ipv6Block(vpc: Registered, assigns: Wire, subnetIndex: number): Input {
  const wanted = reveal(assigns);
  const given = outputOf(vpc, "ipv6CidrBlock");
  if (wanted === false) return { value: undefined, from: [] };
  const block = reveal(given.value ?? null);
  if (isUnknown(wanted) || isUnknown(block)) return { ...given, value: UNKNOWN };
  const [, prefix, last] = /^((?:[0-9a-f]+:){3})([0-9a-f]+)::\/56$/i.exec(asText(block) ?? "") ?? [];
  if (prefix === undefined || last === undefined) {
    throw new Error(
      "assignIpv6AddressOnCreation: the VPC has no IPv6 /56. Write assignGeneratedIpv6CidrBlock: true, or ipv6CidrBlock",
    );
  }
  if (subnetIndex > 0xff) throw new Error("subnetSpecs: a VPC has room for 256 IPv6 subnets only");
  const own = Math.floor(parseInt(last, 16) / 256) * 256 + subnetIndex;
  return { ...given, value: `${prefix}${own.toString(16)}::/64` };
}
