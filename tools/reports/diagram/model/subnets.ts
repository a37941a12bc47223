import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import type { Graph } from "./graph";
import type { Tone } from "./model";
import { textAt } from "../../../shared/fields";

export type SubnetKind = Extract<Tone, "public" | "private" | "isolated">;
const SUBNET = "ec2/subnet:Subnet";

/** By its routes: an internet gateway makes a subnet public, a NAT gateway private; without either it is isolated. */
function kindOf(graph: Graph, subnet: SnapshotResource): SubnetKind {
  const routes = graph
    .users("ec2/routeTableAssociation:RouteTableAssociation", "subnetId", subnet)
    .flatMap((each) => graph.of(each, "routeTableId", "ec2/routeTable:RouteTable"))
    .flatMap((table) => graph.users("ec2/route:Route", "routeTableId", table));
  if (routes.some((each) => graph.of(each, "gatewayId", "ec2/internetGateway:InternetGateway").length > 0))
    return "public";
  return routes.some((each) => graph.of(each, "natGatewayId", "ec2/natGateway:NatGateway").length > 0)
    ? "private"
    : "isolated";
}

/** The kind of subnets that a property places the resource in. */
export function placeOf(graph: Graph, resource: SnapshotResource, property: string): SubnetKind | undefined {
  const groups = graph.ofKind(resource, property, "subnetGroup:SubnetGroup");
  const [subnet] = [
    ...graph.of(resource, property, SUBNET),
    ...groups.flatMap((group) => graph.of(group, "subnetIds", SUBNET)),
  ];
  return subnet && kindOf(graph, subnet);
}

/** Subnets of a kind by availability zone, then by address. */
export function subnetsOf(graph: Graph, kind: SubnetKind): readonly SnapshotResource[] {
  const sortKey = ({ inputs, name }: SnapshotResource) => `${textAt(inputs, "availabilityZone") ?? ""} ${name}`;
  return graph
    .all(SUBNET)
    .filter((each) => kindOf(graph, each) === kind)
    .toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}
