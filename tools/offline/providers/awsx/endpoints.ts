import type { WireMap } from "../wire";
import { asText, isUnknown, reveal, text } from "../wire";
import type { VpcArgs } from "./args";
import type { Input, Monitor, Registered } from "./monitor";
import { idOf, outputOf, plain } from "./monitor";
import { mergeTags } from "./tags";
import type { SubnetParts } from "./zone";

/** Properties of an endpoint spec that the endpoint gets as they are. */
const COPIED = [
  "autoAccept",
  "dnsOptions",
  "ipAddressType",
  "policy",
  "resourceConfigurationArn",
  "serviceName",
  "serviceNetworkArn",
  "serviceRegion",
  "subnetConfigurations",
  "vpcEndpointType",
] as const;

/** The kind of an endpoint, in lower case; undefined when it is not known yet. */
function endpointKind(spec: WireMap): string | undefined {
  const type = reveal(spec["vpcEndpointType"] ?? "Gateway");
  return isUnknown(type) ? undefined : asText(type)?.toLowerCase();
}

/** Private host names of an endpoint work in a VPC with DNS only: strategy Auto turns it on. */
export function dnsInputs(args: VpcArgs, inputs: WireMap): WireMap {
  if (args.endpointStrategy !== "Auto") return {};
  for (const spec of args.endpointSpecs) {
    if (endpointKind(spec) === undefined) {
      throw new Error("vpcEndpointSpecs: strategy Auto must know every vpcEndpointType. Write it, or strategy Legacy");
    }
  }
  const needed = args.endpointSpecs.some(
    (spec) => endpointKind(spec) === "interface" && (spec["privateDnsEnabled"] ?? true) === true,
  );
  if (!needed) return {};
  for (const key of ["enableDnsHostnames", "enableDnsSupport"]) {
    if (inputs[key] === false) throw new Error(`${key}: interface endpoints with private DNS need it. Write true`);
  }
  return {
    enableDnsHostnames: inputs["enableDnsHostnames"] ?? true,
    enableDnsSupport: inputs["enableDnsSupport"] ?? true,
  };
}

/** One endpoint. Strategy Auto completes it with the VPC's own subnets, route tables and a security group. */
export async function registerEndpoint(
  monitor: Monitor,
  args: VpcArgs,
  spec: WireMap,
  vpc: Registered,
  parts: SubnetParts,
  common: { readonly region: Input; readonly tags: Input },
): Promise<Registered> {
  const serviceName = text(spec, "serviceName");
  if (serviceName === undefined) throw new Error("vpcEndpointSpecs: a spec has no serviceName");
  const region = spec["region"] === undefined ? common.region : plain(spec["region"]);
  const tags = { ...common.tags, value: mergeTags(common.tags.value, spec["tags"]) };
  const auto = args.endpointStrategy === "Auto" ? endpointKind(spec) : undefined;
  const given = (key: string) => (spec[key] === undefined ? undefined : plain(spec[key]));

  let security = given("securityGroupIds");
  if (auto === "interface") security ??= await endpointSecurity(monitor, serviceName, spec, vpc, region, tags);
  const subnets =
    auto === "interface" && !given("subnetConfigurations") ? listOf(parts.onePerZone()) : plain(undefined);
  const tables = auto === "gateway" ? listOf(parts.routeTables) : plain(undefined);
  return monitor.register({
    type: "aws:ec2/vpcEndpoint:VpcEndpoint",
    name: serviceName,
    parent: vpc,
    dependsOn: [vpc],
    inputs: {
      ...Object.fromEntries(COPIED.map((key) => [key, plain(spec[key])])),
      privateDnsEnabled: given("privateDnsEnabled") ?? plain(auto === "interface" ? true : undefined),
      region,
      routeTableIds: given("routeTableIds") ?? tables,
      securityGroupIds: security ?? plain(undefined),
      subnetIds: given("subnetIds") ?? subnets,
      tags,
      vpcId: idOf(vpc),
    },
  });
}

const listOf = (resources: readonly Registered[]): Input => ({
  value: resources.map(({ id }) => id),
  from: resources.map(({ urn }) => urn),
});

/** The whole VPC may use the endpoint, by TLS. */
async function endpointSecurity(
  monitor: Monitor,
  serviceName: string,
  spec: WireMap,
  vpc: Registered,
  region: Input,
  tags: Input,
): Promise<Input> {
  const group = await monitor.register({
    type: "aws:ec2/securityGroup:SecurityGroup",
    name: `${serviceName}-sg`,
    parent: vpc,
    dependsOn: [vpc],
    inputs: { region, vpcId: idOf(vpc), tags },
  });
  const only = (key: string): Input => {
    const { value, from } = outputOf(vpc, key);
    return { value: value === undefined ? undefined : [value], from };
  };
  const ipv6 = /^(ipv6|dualstack)$/i.test(text(spec, "ipAddressType") ?? "");
  await monitor.register({
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    name: `${serviceName}-ingress`,
    parent: vpc,
    dependsOn: [group],
    inputs: {
      region,
      type: plain("ingress"),
      securityGroupId: idOf(group),
      protocol: plain("tcp"),
      fromPort: plain(443),
      toPort: plain(443),
      cidrBlocks: only("cidrBlock"),
      ipv6CidrBlocks: ipv6 ? only("ipv6CidrBlock") : plain(undefined),
    },
  });
  return { value: [group.id], from: [group.urn] };
}

/** Warns of an endpoint that is made but leads nowhere. */
export function endpointWarning(args: VpcArgs, spec: WireMap): string | undefined {
  if (args.endpointStrategy === "Auto") return undefined;
  const kind = endpointKind(spec);
  const lacks = (...keys: readonly string[]) => keys.every((key) => spec[key] === undefined);
  const missing =
    kind === "interface" && lacks("subnetIds", "subnetConfigurations")
      ? "subnetIds"
      : kind === "gateway" && lacks("routeTableIds")
        ? "routeTableIds"
        : undefined;
  if (missing === undefined) return undefined;
  return `vpcEndpointSpecs: ${text(spec, "serviceName") ?? ""} has no ${missing}, so nothing uses it. Write them, or vpcEndpointStrategy: "Auto".`;
}
