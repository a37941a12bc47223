import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";

const GATEWAYS = ["aws:ec2/internetGateway:InternetGateway"];
const TABLES = ["aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"];

/** True if a route table of the subnet leads to an internet gateway, as far as the stack shows it. */
export function internetRouted(subnet: Resource, stack: Stack): boolean {
  const associations = stack.referring(subnet, ["aws:ec2/routeTableAssociation:RouteTableAssociation"], "subnetId");
  const tables = associations.flatMap((each) => stack.referred(each, each.at("routeTableId"), TABLES));
  return tables.some((table) => {
    const routes = stack.referring(table, ["aws:ec2/route:Route"], "routeTableId");
    const inline = table.at("routes").items.map((each) => ({ from: table, gateway: each.at("gatewayId") }));
    const all = [...inline, ...routes.map((from) => ({ from, gateway: from.at("gatewayId") }))];
    return all.some(({ from, gateway }) => leadsOut(from, gateway, stack));
  });
}

function leadsOut(from: Resource, gateway: Field, stack: Stack): boolean {
  return (
    gateway.text?.startsWith("igw-") === true || (gateway.unknown && stack.referred(from, gateway, GATEWAYS).length > 0)
  );
}
