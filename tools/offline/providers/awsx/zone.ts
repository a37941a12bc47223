import type { WireMap } from "../wire";
import { UNKNOWN } from "../wire";
import type { SubnetType, VpcArgs } from "./args";
import { assignsIpv6, ipv6Block } from "./ipv6";
import type { Input, Monitor, Registered } from "./monitor";
import { idOf, outputOf, plain } from "./monitor";
import { getsGateway } from "./nat";
import type { PlannedSubnet, SubnetPlan } from "./subnetPlan";
import { mergeTags, nameTag } from "./tags";

/** What has been registered for the subnets so far. */
export class SubnetParts {
  readonly subnets: Registered[] = [];
  readonly routeTables: Registered[] = [];
  readonly associations: Registered[] = [];
  readonly routes: Registered[] = [];
  readonly natGateways: Registered[] = [];
  readonly eips: Registered[] = [];
  private readonly placed: { readonly subnet: Registered; readonly planned: PlannedSubnet }[] = [];

  constructor(private readonly zones: readonly string[]) {}

  add(subnet: Registered, planned: PlannedSubnet): void {
    this.subnets.push(subnet);
    this.placed.push({ subnet, planned });
  }

  ofType(type: SubnetType): readonly Registered[] {
    return this.placed.filter(({ planned }) => planned.type === type).map(({ subnet }) => subnet);
  }

  /** A subnet of every zone: a private one if there is one, or else an isolated one, or else a public one. */
  onePerZone(): readonly Registered[] {
    return this.zones.flatMap((zone) => {
      const here = this.placed.filter(({ planned }) => planned.zone === zone);
      const best = (["Private", "Isolated", "Public"] as const)
        .map((type) => here.find(({ planned }) => planned.type === type))
        .find((found) => found !== undefined);
      return best ? [best.subnet] : [];
    });
  }
}

/** What the resources of all zones have in common. */
export interface ZoneContext {
  readonly monitor: Monitor;
  readonly args: VpcArgs;
  readonly vpc: Registered;
  readonly gateway: Registered;
  readonly vpcName: string;
  readonly zones: readonly string[];
  readonly tags: Input;
  readonly inputs: WireMap;
  readonly own: (input: string) => Input;
  readonly parts: SubnetParts;
  readonly plan: SubnetPlan;
}

/** Public subnets come first, because the gateways that private routes lead to stand in them. */
const ORDER: readonly SubnetType[] = ["Public", "Private", "Isolated"];

export async function registerZone(context: ZoneContext, zoneIndex: number): Promise<void> {
  const { plan, zones } = context;
  const here = plan.subnets.filter(({ zone }) => zone === zones[zoneIndex]);
  const ordered = ORDER.flatMap((type) => here.filter((subnet) => subnet.type === type));
  for (const [nth, planned] of ordered.entries()) {
    await registerSubnet(context, planned, zoneIndex, zoneIndex + nth * zones.length);
  }
}

async function registerSubnet(context: ZoneContext, planned: PlannedSubnet, zoneIndex: number, subnetIndex: number) {
  const { monitor, args, vpc, parts, vpcName, zones, inputs, own } = context;
  const { spec, type, name } = planned;
  const region = own("region");
  const named = { Name: nameTag(vpcName, spec, zoneIndex, zones, args.nameTagStrategy), SubnetType: type };
  const tags = (extra: Input["value"]) => ({ ...context.tags, value: mergeTags(context.tags.value, extra, named) });
  const assigns = assignsIpv6(spec, inputs);

  const subnet = await monitor.register({
    type: "aws:ec2/subnet:Subnet",
    name,
    parent: vpc,
    dependsOn: [vpc],
    inputs: {
      region,
      vpcId: idOf(vpc),
      availabilityZone: plain(planned.zone),
      mapPublicIpOnLaunch: plain(type === "Public"),
      cidrBlock: planned.block === undefined ? { value: UNKNOWN, from: [vpc.urn] } : plain(planned.block),
      assignIpv6AddressOnCreation: { value: assigns, from: own("assignGeneratedIpv6CidrBlock").from },
      ipv6CidrBlock: ipv6Block(vpc, assigns, subnetIndex),
      tags: tags(spec.tags),
    },
  });
  parts.add(subnet, planned);

  const table = await monitor.register({
    type: "aws:ec2/routeTable:RouteTable",
    name,
    parent: subnet,
    dependsOn: [subnet],
    inputs: { region, vpcId: idOf(vpc), tags: tags(undefined) },
  });
  parts.routeTables.push(table);
  parts.associations.push(
    await monitor.register({
      type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
      name,
      parent: table,
      dependsOn: [table],
      inputs: { region, routeTableId: idOf(table), subnetId: idOf(subnet) },
    }),
  );
  if (type === "Public" && getsGateway(args.natStrategy, parts.natGateways.length, zoneIndex)) {
    await registerNatGateway(context, subnet, zoneIndex);
  }
  const target = routeTarget(context, type, zoneIndex);
  if (target === undefined) return;
  parts.routes.push(
    await monitor.register({
      type: "aws:ec2/route:Route",
      name,
      parent: table,
      dependsOn: [table],
      inputs: { region, routeTableId: idOf(table), destinationCidrBlock: plain("0.0.0.0/0"), ...target },
    }),
  );
}

function routeTarget(context: ZoneContext, type: SubnetType, zoneIndex: number): Record<string, Input> | undefined {
  const { args, gateway, parts } = context;
  if (type === "Public") return { gatewayId: idOf(gateway) };
  if (type !== "Private" || args.natStrategy === "None") return undefined;
  const nat = parts.natGateways[args.natStrategy === "Single" ? 0 : zoneIndex];
  return nat && { natGatewayId: idOf(nat) };
}

async function registerNatGateway(context: ZoneContext, subnet: Registered, zoneIndex: number): Promise<void> {
  const { monitor, args, vpcName, inputs, own, parts } = context;
  const name = `${vpcName}-${zoneIndex + 1}`;
  const tags: Input = { value: mergeTags(inputs["tags"], { Name: name }), from: own("tags").from };
  const given = args.elasticIpAllocationIds[zoneIndex];
  let allocationId: Input = { value: given, from: own("natGateways").from };
  if (args.elasticIpAllocationIds.length === 0) {
    const eip = await monitor.register({
      type: "aws:ec2/eip:Eip",
      name,
      parent: subnet,
      dependsOn: [subnet],
      inputs: { region: own("region"), tags },
    });
    parts.eips.push(eip);
    allocationId = outputOf(eip, "allocationId");
  }
  const gateway = await monitor.register({
    type: "aws:ec2/natGateway:NatGateway",
    name,
    parent: subnet,
    dependsOn: [subnet],
    inputs: { region: own("region"), subnetId: idOf(subnet), allocationId, tags },
  });
  parts.natGateways.push(gateway);
}
