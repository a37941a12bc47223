import type { Wire, WireMap } from "../wire";
import { isList, reference, reveal, text, UNKNOWN } from "../wire";
import type { VpcArgs } from "./args";
import { readArgs } from "./args";
import { dnsInputs, endpointWarning, registerEndpoint } from "./endpoints";
import { layoutOf } from "./layout";
import type { Input, Monitor, Registered } from "./monitor";
import { idOf, outputOf, plain } from "./monitor";
import { refuseNatProblems } from "./nat";
import type { SubnetPlan } from "./subnetPlan";
import { planSubnets } from "./subnetPlan";
import { mergeTags, refuseEqualSuffixes } from "./tags";
import { registerZone, SubnetParts } from "./zone";

/** Arguments that the VPC itself gets as they are. */
const VPC_INPUTS = [
  "assignGeneratedIpv6CidrBlock",
  "enableDnsHostnames",
  "enableDnsSupport",
  "enableNetworkAddressUsageMetrics",
  "instanceTenancy",
  "ipv4IpamPoolId",
  "ipv4NetmaskLength",
  "ipv6CidrBlock",
  "ipv6CidrBlockNetworkBorderGroup",
  "ipv6IpamPoolId",
  "ipv6NetmaskLength",
  "region",
] as const;

const DEFAULT_CIDR_BLOCK = "10.0.0.0/16";

/** One Vpc component under construction. */
export interface VpcRequest {
  readonly name: string;
  readonly component: Registered;
  readonly inputs: WireMap;
  /** The resources that each input comes from. */
  readonly from: (input: string) => readonly string[];
  readonly monitor: Monitor;
}

/** Registers all that awsx 3.9.0 makes for a Vpc, and returns its outputs. */
export async function constructVpc(request: VpcRequest): Promise<Readonly<Record<string, Input>>> {
  const { name, component, monitor, from } = request;
  const args = readArgs(request.inputs);
  refuseIpamProblems(request.inputs, args);
  const inputs = { ...request.inputs, ...dnsInputs(args, request.inputs) };
  const zones = args.zoneNames ?? (await firstZones(monitor, args, text(inputs, "region")));
  if (args.nameTagStrategy === "AvailabilityZone") refuseEqualSuffixes(zones);

  const own = (key: string): Input => ({ value: inputs[key], from: from(key) });
  const cidrBlock = args.cidrBlock ?? (inputs["ipv4IpamPoolId"] === undefined ? DEFAULT_CIDR_BLOCK : undefined);
  const plan = (vpcBlock: string | undefined) => {
    const made = planSubnets({ vpcName: name, args, zones, vpcBlock });
    refuseNatProblems(args, zones, made.subnets);
    return made;
  };
  // A plan that cannot be carried out is refused before the VPC is made.
  const early = cidrBlock === undefined ? undefined : plan(cidrBlock);
  const tags: Input = { value: mergeTags({ Name: name }, inputs["tags"]), from: from("tags") };
  const vpc = await monitor.register({
    type: "aws:ec2/vpc:Vpc",
    name,
    parent: component,
    dependsOn: [],
    inputs: { ...Object.fromEntries(VPC_INPUTS.map((key) => [key, own(key)])), cidrBlock: plain(cidrBlock), tags },
  });
  const subnetPlan = early ?? plan(text(vpc.outputs, "cidrBlock"));
  if (!args.strategyGiven && args.subnetSpecs?.some(({ cidrBlocks }) => cidrBlocks === undefined)) {
    const layout = JSON.stringify(layoutOf(subnetPlan, zones.length));
    await monitor.warn(
      component.urn,
      `subnetStrategy is not written and defaults to Legacy. As Auto, this is ${layout}`,
    );
  }

  const gateway = await monitor.register({
    type: "aws:ec2/internetGateway:InternetGateway",
    name,
    parent: vpc,
    dependsOn: [vpc],
    inputs: { region: own("region"), vpcId: idOf(vpc), tags },
  });
  const parts = new SubnetParts(zones);
  const context = { monitor, args, vpc, gateway, vpcName: name, zones, tags, inputs, own, parts, plan: subnetPlan };
  for (const index of zones.keys()) await registerZone(context, index);

  const endpoints: Registered[] = [];
  for (const spec of args.endpointSpecs) {
    const warning = endpointWarning(args, spec);
    if (warning !== undefined) await monitor.warn(component.urn, warning);
    const common = { region: own("region"), tags };
    endpoints.push(await registerEndpoint(monitor, args, spec, vpc, parts, common));
  }
  return outputs(vpc, gateway, parts, endpoints, subnetPlan, zones.length);
}

function refuseIpamProblems(inputs: WireMap, args: VpcArgs): void {
  if (inputs["ipv4IpamPoolId"] === undefined) return;
  const length = inputs["ipv4NetmaskLength"] !== undefined;
  const block = args.cidrBlock !== undefined;
  if (length === block) {
    const wrong = block ? "cidrBlock says the same" : "neither it nor cidrBlock is written";
    throw new Error(`ipv4NetmaskLength: ${wrong}. With ipv4IpamPoolId, write one of the two`);
  }
}

async function firstZones(monitor: Monitor, args: VpcArgs, region: string | undefined): Promise<readonly string[]> {
  if (args.zoneCount === 0) throw new Error("numberOfAvailabilityZones: a VPC needs at least one. Write 2 or 3");
  const count = args.zoneCount ?? 3;
  const token = "aws:index/getAvailabilityZones:getAvailabilityZones";
  const { names } = await monitor.invoke(token, region === undefined ? {} : { region });
  const available = isList(names) ? names.map(String) : [];
  if (available.length < count) {
    throw new Error(
      `numberOfAvailabilityZones: the region has ${available.length} zones, not ${count}. Write availabilityZoneNames`,
    );
  }
  return available.slice(0, count);
}

function outputs(
  vpc: Registered,
  gateway: Registered,
  parts: SubnetParts,
  endpoints: readonly Registered[],
  plan: SubnetPlan,
  zoneCount: number,
): Readonly<Record<string, Input>> {
  const whole = (resource: Registered): Input => ({
    value: reference(resource.urn, resource.id),
    from: [resource.urn],
  });
  const list = (resources: readonly Registered[], show: (resource: Registered) => Wire): Input => ({
    value: resources.map(show),
    from: resources.map(({ urn }) => urn),
  });
  const refs = (resources: readonly Registered[]) => list(resources, ({ urn, id }) => reference(urn, id));
  const ids = (resources: readonly Registered[]) => list(resources, ({ id }) => id);
  const kind = (type: "Public" | "Private" | "Isolated") => parts.ofType(type);
  const layout = layoutOf(plan, zoneCount);
  return {
    vpc: whole(vpc),
    vpcId: idOf(vpc),
    internetGateway: whole(gateway),
    subnets: refs(parts.subnets),
    publicSubnets: refs(kind("Public")),
    privateSubnets: refs(kind("Private")),
    isolatedSubnets: refs(kind("Isolated")),
    publicSubnetIds: ids(kind("Public")),
    privateSubnetIds: ids(kind("Private")),
    isolatedSubnetIds: ids(kind("Isolated")),
    routeTables: refs(parts.routeTables),
    routeTableAssociations: refs(parts.associations),
    routes: refs(parts.routes),
    natGateways: refs(parts.natGateways),
    eips: refs(parts.eips),
    vpcEndpoints: refs(endpoints),
    subnetLayout: reveal(layout) === UNKNOWN ? outputOf(vpc, "cidrBlock") : plain(layout),
  };
}
