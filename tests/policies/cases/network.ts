import { type Given, LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, ok, one, written } from "./case";

const GROUP = "ec2/securityGroup:SecurityGroup";
const RULE = "ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const tcp = (fromPort: number, toPort: number, ...cidrBlocks: unknown[]) => ({
  protocol: "tcp",
  fromPort,
  toPort,
  cidrBlocks,
});
const inline = (...ingress: object[]): Given => ({ type: `aws:${GROUP}`, name: "web", props: { ingress } });
const allowing = (name: string, props: Given["props"]): Given => ({
  type: `aws:${INGRESS}`,
  name,
  props: { securityGroupId: LATER, ipProtocol: "tcp", ...props },
  from: { securityGroupId: ["web"] },
});
const onBalancer: Given = {
  type: "aws:lb/loadBalancer:LoadBalancer",
  name: "alb",
  props: { securityGroups: [LATER] },
  from: { securityGroups: ["web"] },
};
const onTasks: Given = {
  type: "aws:ecs/service:Service",
  name: "api",
  props: { networkConfiguration: { securityGroups: [LATER], subnets: [] } },
  from: { networkConfiguration: ["web"] },
};
const list = (...cidrs: string[]): Given => ({
  type: "aws:ec2/managedPrefixList:ManagedPrefixList",
  name: "list",
  props: { entries: cidrs.map((cidr) => ({ cidr })) },
});

export const network: CaseTable = {
  "security-group-world-open": {
    accepts: [
      ok("443 and 80 on a load balancer", [inline(tcp(443, 443, "0.0.0.0/0"), tcp(80, 80, "0.0.0.0/0")), onBalancer]),
      ok("443 and 80 as separate rules, on both kinds of address", [
        inline(),
        allowing("v4", { fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" }),
        allowing("v6", { fromPort: 80, toPort: 80, cidrIpv6: "::/0" }),
        onBalancer,
      ]),
      ok("443 on a load balancer of an old token", [
        inline(tcp(443, 443, "0.0.0.0/0")),
        { ...onBalancer, type: "aws:alb/loadBalancer:LoadBalancer" },
      ]),
      ok("HTTP/3", [inline({ protocol: "udp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }), onBalancer]),
      ok(
        "private ranges on every port",
        one(GROUP, {
          ingress: [
            {
              protocol: "-1",
              fromPort: 0,
              toPort: 0,
              cidrBlocks: ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"],
              ipv6CidrBlocks: ["fd00::/8"],
            },
          ],
        }),
      ),
      ok("the group itself", one(GROUP, { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] })),
      ok(
        "another group",
        one(INGRESS, { ipProtocol: "tcp", fromPort: 5432, toPort: 5432, referencedSecurityGroupId: "sg-1" }),
      ),
      ok(
        "an office",
        one(RULE, { type: "ingress", protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["203.0.113.0/24"] }),
      ),
      ok(
        "the way out",
        one(RULE, { type: "egress", protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }),
      ),
      ok("a default group that is closed", one("ec2/defaultSecurityGroup:DefaultSecurityGroup", {})),
      ok(
        "CloudFront's own list",
        one(INGRESS, { ipProtocol: "tcp", fromPort: 443, toPort: 443, prefixListId: "pl-3b927c52" }),
      ),
      ok(
        "a list of offices",
        [inline({ ...tcp(22, 22), prefixListIds: [LATER] }), list("203.0.113.0/24")].map((each) =>
          each.name === "web" ? { ...each, from: { ingress: ["list"] } } : each,
        ),
      ),
      ok(
        "path discovery",
        one(GROUP, { ingress: [{ protocol: "icmp", fromPort: 3, toPort: 4, cidrBlocks: ["0.0.0.0/0"] }] }),
      ),
    ],
    rejects: [
      bad("the world without its mask", /world|internet|anybody|everybody/i, [inline(tcp(22, 22, "0.0.0.0"))]),
      bad("text that is no range", /world|internet|anybody|everybody/i, [inline(tcp(22, 22, "0.0.0.0/0/0"))]),
      bad("443 on a task that a schedule starts", /443|load balancer/, [
        inline(tcp(443, 443, "0.0.0.0/0")),
        {
          type: "aws:scheduler/schedule:Schedule",
          name: "nightly",
          props: { target: { ecsParameters: { networkConfiguration: { securityGroups: [LATER], subnets: [] } } } },
          from: { target: ["web"] },
        },
      ]),
      ...[GROUP, "ec2/defaultSecurityGroup:DefaultSecurityGroup"].flatMap((type) => [
        bad(
          `SSH on ${type}`,
          /opens port 22 \(tcp\) to the internet/,
          one(type, { ingress: [tcp(22, 22, "0.0.0.0/0")] }),
        ),
        bad(
          `every protocol on ${type}`,
          /opens every port/,
          one(type, { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] }] }),
        ),
      ]),
      bad(
        "a rule by itself",
        /port 5432/,
        one(RULE, { type: "ingress", protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/0"] }),
      ),
      bad(
        "a rule of the new kind on IPv6",
        /port 5432/,
        one(INGRESS, { ipProtocol: "6", fromPort: 5432, toPort: 5432, cidrIpv6: "0::/0" }),
      ),
      bad("a range that holds 443", /ports 400 to 500/, one(GROUP, { ingress: [tcp(400, 500, "0.0.0.0/0")] })),
      bad("every port of TCP", /every port \(tcp\)/, one(GROUP, { ingress: [tcp(0, 65535, "0.0.0.0/0")] })),
      bad("the world in two halves", /port 22/, one(GROUP, { ingress: [tcp(22, 22, "0.0.0.0/1", "128.0.0.0/1")] })),
      bad("half the world", /port 22/, one(GROUP, { ingress: [tcp(22, 22, "128.0.0.0/1")] })),
      bad("halves in two rules of a group", /together with the group's other rules/, [
        inline(),
        ...["0.0.0.0", "4.0.0.0", "5.128.0.0"].map((net) =>
          allowing(net, { fromPort: 22, toPort: 22, cidrIpv4: `${net}/9` }),
        ),
      ]),
      bad(
        "a list that holds the world",
        /together with/,
        [inline({ ...tcp(22, 22), prefixListIds: [LATER] }), list("0.0.0.0/0")].map((each) =>
          each.name === "web" ? { ...each, from: { ingress: ["list"] } } : each,
        ),
      ),
      bad("443 on tasks", /on api, which is not a load balancer/, [
        inline(tcp(443, 443, "0.0.0.0/0")),
        onBalancer,
        onTasks,
      ]),
      bad("443 as a rule, on tasks", /on api, which is not a load balancer/, [
        inline(),
        allowing("v4", { fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" }),
        onTasks,
      ]),
      bad(
        "every ICMP message",
        /icmp/,
        one(GROUP, { ingress: [{ protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: ["0.0.0.0/0"] }] }),
      ),
      bad(
        "echo requests",
        /icmp/,
        one(GROUP, { ingress: [{ protocol: "icmp", fromPort: 8, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }] }),
      ),
    ],
    defers: [
      ok("an unknown address", one(GROUP, { ingress: [tcp(22, 22, LATER)] })),
      ok(
        "an unknown port",
        one(GROUP, { ingress: [{ protocol: "tcp", fromPort: LATER, toPort: LATER, cidrBlocks: ["0.0.0.0/0"] }] }),
      ),
      ok("unknown rules", one(GROUP, { ingress: LATER_LIST })),
      ok("an unknown direction", one(RULE, { type: LATER, protocol: "tcp", fromPort: 1, toPort: 1, cidrBlocks: [] })),
    ],
  },
  "subnet-public-address-on-launch": {
    accepts: [
      ok("nothing", one("ec2/subnet:Subnet", {})),
      ok("false", one("ec2/subnet:Subnet", { mapPublicIpOnLaunch: false })),
      ok("a default subnet that says no", one("ec2/defaultSubnet:DefaultSubnet", { mapPublicIpOnLaunch: false })),
    ],
    rejects: [
      bad("true", /public address/, one("ec2/subnet:Subnet", { mapPublicIpOnLaunch: true })),
      bad(
        "IPv6 addresses, which are all public",
        /every IPv6 address is one/,
        one("ec2/subnet:Subnet", { assignIpv6AddressOnCreation: true }),
      ),
      bad("a default subnet that says nothing", /default subnet/, one("ec2/defaultSubnet:DefaultSubnet", {})),
    ],
    defers: [ok("an unknown flag", one("ec2/subnet:Subnet", { mapPublicIpOnLaunch: LATER }))],
  },
  "elastic-ip-on-instance": {
    accepts: [
      ok("a NAT gateway's address", one("ec2/eip:Eip", { domain: "vpc" })),
      ok(
        "an address that a NAT gateway takes by its allocation",
        one("ec2/natGateway:NatGateway", { allocationId: "a" }),
      ),
    ],
    rejects: [
      bad("an interface's address", /fixed public address/, one("ec2/eip:Eip", { networkInterface: "eni-1" })),
      bad(
        "an association with an interface",
        /fixed public address/,
        one("ec2/eipAssociation:EipAssociation", { allocationId: "a", networkInterfaceId: "eni-1" }),
      ),
      bad("an instance's address", /fixed public address/, one("ec2/eip:Eip", { instance: "i-1" })),
      bad("an instance made in the same update", /fixed public address/, one("ec2/eip:Eip", { instance: LATER })),
      bad("an association", /fixed public address/, one("ec2/eipAssociation:EipAssociation", { instanceId: "i-1" })),
    ],
  },
  "load-balancer-deletion-protection": {
    accepts: [
      ok("on", one("lb/loadBalancer:LoadBalancer", { enableDeletionProtection: true })),
      ok(
        "on, with an old token",
        one("elasticloadbalancingv2/loadBalancer:LoadBalancer", { enableDeletionProtection: true }),
      ),
      ok("a firewall", one("networkfirewall/firewall:Firewall", { deleteProtection: true })),
    ],
    rejects: [
      ...[undefined, false, null].map((enableDeletionProtection) =>
        bad(
          written(enableDeletionProtection),
          /off the internet/,
          one("lb/loadBalancer:LoadBalancer", { enableDeletionProtection }),
        ),
      ),
      bad("an old token", /off the internet/, one("applicationloadbalancing/loadBalancer:LoadBalancer", {})),
      bad("a firewall", /off the internet/, one("networkfirewall/firewall:Firewall", {})),
      bad("a classic load balancer, which knows none", /no such protection/, one("elb/loadBalancer:LoadBalancer", {})),
    ],
    defers: [ok("an unknown flag", one("lb/loadBalancer:LoadBalancer", { enableDeletionProtection: LATER }))],
  },
};
