import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const ROUTE = "aws:ec2/route:Route";
/** Ways to networks that are not this VPC. */
const WAYS: Readonly<Record<string, string>> = {
  vpcPeeringConnectionId: "a peered VPC",
  transitGatewayId: "a transit gateway",
  coreNetworkArn: "a core network",
  localGatewayId: "an outpost's network",
  carrierGatewayId: "a carrier's network",
};
const VPN = ["aws:ec2/vpnGateway:VpnGateway"];
const EVERYWHERE = /^(0\.0\.0\.0|::)\/0$/;

export const routeToOtherNetwork = rule({
  id: "route-to-other-network",
  title: "Routes to other networks name the few addresses that are needed there",
  family: "network-exposure",
  severity: "medium",
  level: "advisory",
  controls: ["164.312(e)(1)", "164.308(b)(1)"],
  remediation:
    "Name the partner's subnets as the destination, and record what they are for; data subnets do not need such a route",
  types: [ROUTE, "aws:ec2/routeTable:RouteTable", "aws:ec2/defaultRouteTable:DefaultRouteTable"],
  checkInStack: (resource, stack): Outcomes => {
    const routes = resource.type === ROUTE ? [resource.at()] : resource.at("routes").items;
    return routes.map((route): Outcomes => {
      if (route.unknown) return route.later();
      const way = Object.entries(WAYS).find(([property]) => !route.at(property).absent);
      const gateway = route.at("gatewayId");
      if (gateway.unknown && stack.madeFrom(resource, gateway).length === 0) return gateway.later();
      const vpn = gateway.text?.startsWith("vgw-") === true || stack.referred(resource, gateway, VPN).length > 0;
      if (!way && !vpn) return undefined;
      const destination = ["destinationCidrBlock", "destinationIpv6CidrBlock", "cidrBlock", "ipv6CidrBlock"]
        .map((key) => route.at(key))
        .find((each) => !each.absent);
      const where = way ? route.at(way[0]) : gateway;
      return where.refuse(
        `leads to ${way?.[1] ?? "a VPN"}${EVERYWHERE.test(destination?.text ?? "") ? ", for all outbound traffic" : ""}`,
      );
    });
  },
});
