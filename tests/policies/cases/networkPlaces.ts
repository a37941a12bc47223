import { type Given, LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const made = (type: string, name: string, props: Given["props"], from: Given["from"] = {}): Given => ({
  type: `aws:${type}`,
  name,
  props,
  from,
});
const GROUP = "ec2/securityGroup:SecurityGroup";
const store = made(GROUP, "store", {});
/** A subnet whose table leads to an internet gateway, one whose table leads to a NAT gateway, and the way to both. */
const subnets: Given[] = ["public", "private"].flatMap((name) => [
  made("ec2/subnet:Subnet", name, { vpcId: LATER }),
  made("ec2/routeTable:RouteTable", `${name}-table`, { vpcId: LATER }),
  made(
    "ec2/routeTableAssociation:RouteTableAssociation",
    `${name}-way`,
    { subnetId: LATER, routeTableId: LATER },
    { subnetId: [name], routeTableId: [`${name}-table`] },
  ),
  made(
    "ec2/route:Route",
    `${name}-out`,
    {
      routeTableId: LATER,
      destinationCidrBlock: "0.0.0.0/0",
      ...(name === "public" ? { gatewayId: LATER } : { natGatewayId: LATER }),
    },
    { routeTableId: [`${name}-table`], ...(name === "public" ? { gatewayId: ["igw"] } : {}) },
  ),
]);
const net = [made("ec2/internetGateway:InternetGateway", "igw", {}), ...subnets];
const runs = (type: string, props: Given["props"], top: string, subnet: string, more: Given["props"] = {}): Given[] => [
  ...net,
  made(type, "it", { ...props, ...more }, { [top]: [subnet] }),
];
const service = (subnet: string) =>
  runs("ecs/service:Service", { networkConfiguration: { subnets: [LATER] } }, "networkConfiguration", subnet);
const instance = (subnet: string, more: Given["props"] = {}) =>
  runs("ec2/instance:Instance", { subnetId: LATER }, "subnetId", subnet, more);
const domain = (subnet: string) =>
  runs("opensearch/domain:Domain", { vpcOptions: { subnetIds: [LATER] } }, "vpcOptions", subnet);
const mount = (subnet: string) => runs("efs/mountTarget:MountTarget", { subnetId: LATER }, "subnetId", subnet);

const balancer = (internal: unknown): Given =>
  made("lb/loadBalancer:LoadBalancer", "nlb", { internal, loadBalancerType: "network" });
const group = (port: number): Given => made("lb/targetGroup:TargetGroup", "group", { port, protocol: "TCP" });
const listener = (port: unknown, protocol: unknown = "TCP"): Given =>
  made(
    "lb/listener:Listener",
    "listener",
    { port, protocol, loadBalancerArn: LATER, defaultActions: [{ type: "forward", targetGroupArn: LATER }] },
    { loadBalancerArn: ["nlb"], defaultActions: ["group"] },
  );

const database = made(
  "rds/cluster:Cluster",
  "db",
  { vpcSecurityGroupIds: [LATER] },
  { vpcSecurityGroupIds: ["store"] },
);
const out = (cidrIpv4: unknown): Given =>
  made(
    "vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    "out",
    { securityGroupId: LATER, ipProtocol: "-1", cidrIpv4 },
    { securityGroupId: ["store"] },
  );

export const networkPlaces: CaseTable = {
  "public-listener-to-database": {
    accepts: [
      ok("a database behind an internal one", [balancer(true), group(5432), listener(5432)]),
      ok("443 from the internet", [balancer(false), group(8443), listener(443, "TLS")]),
      ok("HTTPS", [balancer(false), group(8443), listener(443, "HTTPS")]),
    ],
    rejects: [
      bad("PostgreSQL from the internet", /PostgreSQL \(5432\) on nlb can be reached/, [
        balancer(undefined),
        group(5432),
        listener(5432),
      ]),
      bad("SSH", /SSH/, [balancer(false), group(22), listener(22)]),
      bad("a database behind another port", /PostgreSQL \(5432\) can be reached from the internet through nlb/, [
        balancer(false),
        group(5432),
        listener(8080),
      ]),
    ],
    defers: [ok("an unknown protocol", [balancer(false), group(5432), listener(5432, LATER)])],
  },
  "data-store-subnet-internet-route": {
    accepts: [
      ok("a search domain in a private subnet", domain("private")),
      ok("a mount target in a private subnet", mount("private")),
      ok("ids of somewhere else", one("efs/mountTarget:MountTarget", { subnetId: "subnet-0123456789abcdef0" })),
    ],
    rejects: [
      bad("a search domain in a public subnet", /subnet public has a route/, domain("public")),
      bad("a mount target in a public subnet", /subnet public has a route/, mount("public")),
    ],
    defers: [ok("a subnet that nothing tells of", one("efs/mountTarget:MountTarget", { subnetId: LATER }))],
  },
  "workload-subnet-internet-route": {
    accepts: [
      ok("tasks in a private subnet", service("private")),
      ok("an instance in a private subnet", instance("private")),
      ok("a NAT instance", instance("public", { sourceDestCheck: false })),
      ok("a function outside a VPC", one("lambda/function:Function", {})),
    ],
    rejects: [
      bad("tasks in a public subnet", /subnet public has a route/, service("public")),
      bad("an instance in a public subnet", /subnet public has a route/, instance("public")),
      bad("an instance in a default subnet", /default subnet/, [
        made("ec2/defaultSubnet:DefaultSubnet", "a", {}),
        made("ec2/instance:Instance", "it", { subnetId: LATER }, { subnetId: ["a"] }),
      ]),
    ],
    defers: [ok("a subnet that nothing tells of", one("ec2/instance:Instance", { subnetId: LATER }))],
  },
  "route-to-other-network": {
    accepts: [
      ok("a NAT gateway", one("ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-1" })),
      ok("an internet gateway", one("ec2/route:Route", { destinationCidrBlock: "0.0.0.0/0", gatewayId: "igw-1" })),
      ok("no routes", one("ec2/routeTable:RouteTable", {})),
    ],
    rejects: [
      bad(
        "a peered VPC",
        /leads to a peered VPC/,
        one("ec2/route:Route", { destinationCidrBlock: "10.9.0.0/16", vpcPeeringConnectionId: LATER }),
      ),
      bad(
        "everything through a transit gateway",
        /a transit gateway, for all outbound traffic/,
        one("ec2/routeTable:RouteTable", { routes: [{ cidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-1" }] }),
      ),
      bad(
        "a VPN",
        /leads to a VPN/,
        one("ec2/route:Route", { destinationCidrBlock: "10.9.0.0/16", gatewayId: "vgw-1" }),
      ),
    ],
    defers: [ok("unknown routes", one("ec2/routeTable:RouteTable", { routes: LATER_LIST }))],
  },
  "database-group-egress": {
    accepts: [
      ok("no way out", [store, database]),
      ok("a way into the VPC", [store, database, out("10.0.0.0/16")]),
      ok("tasks", [
        store,
        made(
          "ecs/service:Service",
          "api",
          { networkConfiguration: { securityGroups: [LATER] } },
          { networkConfiguration: ["store"] },
        ),
        out("0.0.0.0/0"),
      ]),
    ],
    rejects: [
      bad("a way out", /db can send data to the internet/, [store, database, out("0.0.0.0/0")]),
      bad("a way out inside the group", /db can send/, [
        { ...store, props: { egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] } },
        database,
      ]),
    ],
    defers: [ok("unknown rules", [{ ...store, props: { egress: LATER_LIST } }, database])],
  },
};
