import { type Given, LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";
import { document, statement } from "./policyCase";

const made = (type: string, name: string, props: Given["props"], from: Given["from"] = {}): Given => ({
  type: `aws:${type}`,
  name,
  props,
  from,
});
const GROUP = "ec2/securityGroup:SecurityGroup";
const RULE = "ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const tcp = (port: number, ...cidrBlocks: unknown[]) => ({ protocol: "tcp", fromPort: port, toPort: port, cidrBlocks });
const web = made(GROUP, "web", { ingress: [tcp(443, "0.0.0.0/0")] });
const tasks = made(GROUP, "tasks", { ingress: [{ ...tcp(8000), securityGroups: [LATER] }] }, { ingress: ["web"] });
const store = made(GROUP, "store", {});
const letsIn = (source: string, port = 5432) =>
  made(
    INGRESS,
    "in",
    { securityGroupId: LATER, referencedSecurityGroupId: LATER, ipProtocol: "tcp", fromPort: port, toPort: port },
    { securityGroupId: ["store"], referencedSecurityGroupId: [source] },
  );

const NACL = "ec2/networkAcl:NetworkAcl";
const NACL_RULE = "ec2/networkAclRule:NetworkAclRule";
const entry = (ruleNo: number, action: string, fromPort: number, toPort: number, cidrBlock: unknown = "0.0.0.0/0") => ({
  ruleNo,
  action,
  protocol: "tcp",
  fromPort,
  toPort,
  cidrBlock,
});

const ENDPOINT = "ec2/vpcEndpoint:VpcEndpoint";

export const networkExposure: CaseTable = {
  "database-behind-world-open-group": {
    accepts: [
      ok("the tasks behind the load balancer", [web, tasks, store, letsIn("tasks")]),
      ok("the tasks, inside the group", [
        web,
        tasks,
        made(GROUP, "db", { ingress: [{ ...tcp(5432), securityGroups: [LATER] }] }, { ingress: ["tasks"] }),
      ]),
      ok("another port", [web, store, letsIn("web", 8443)]),
    ],
    rejects: [
      bad("the load balancer's group", /group web on PostgreSQL \(5432\)/, [web, store, letsIn("web")]),
      bad("it inside the group", /group web on MySQL/, [
        web,
        made(GROUP, "db", { ingress: [{ ...tcp(3306), securityGroups: [LATER] }] }, { ingress: ["web"] }),
      ]),
      bad("it on every port, in a rule of the old kind", /group web/, [
        web,
        store,
        made(
          RULE,
          "in",
          { type: "ingress", protocol: "-1", fromPort: 0, toPort: 0, sourceSecurityGroupId: LATER },
          { sourceSecurityGroupId: ["web"] },
        ),
      ]),
    ],
    defers: [ok("a group that nothing tells of", [web, { ...letsIn("web"), from: {} }])],
  },
  "sensitive-port-wide-range": {
    accepts: [
      ok("an office", one(GROUP, { ingress: [tcp(22, "203.0.113.0/24")] })),
      ok("a VPN's address", one(GROUP, { ingress: [tcp(3389, "203.0.113.7/32")] })),
      ok("the VPC", one(GROUP, { ingress: [tcp(5432, "10.0.0.0/8", "172.16.0.0/12")] })),
      ok("a wide range on 443", one(GROUP, { ingress: [tcp(443, "198.51.0.0/16")] })),
    ],
    rejects: [
      bad("a /9 on SSH", /SSH \(22\) to 8388608 public addresses/, one(GROUP, { ingress: [tcp(22, "8.0.0.0/9")] })),
      bad(
        "a /16 on PostgreSQL",
        /PostgreSQL \(5432\) to 65536 public addresses/,
        one(GROUP, { ingress: [tcp(5432, "198.51.0.0/16")] }),
      ),
      bad(
        "a wide IPv6 range on RDP",
        /RDP/,
        one(INGRESS, { ipProtocol: "tcp", fromPort: 3000, toPort: 4000, cidrIpv6: "2001:db8::/24" }),
      ),
    ],
    defers: [ok("an unknown range", one(GROUP, { ingress: [tcp(22, LATER)] }))],
  },
  "network-acl-world-open": {
    accepts: [
      ok("443 and answers", one(NACL, { ingress: [entry(100, "allow", 443, 443), entry(110, "allow", 1024, 65535)] })),
      ok("SSH from an office", one(NACL, { ingress: [entry(100, "allow", 22, 22, "203.0.113.0/24")] })),
      ok("a denial before", one(NACL, { ingress: [entry(90, "deny", 0, 65535), entry(100, "allow", 22, 22)] })),
      ok("the way out", one(NACL_RULE, { ...entry(1, "", 22, 22), ruleAction: "allow", egress: true })),
      ok("nothing", one("ec2/defaultNetworkAcl:DefaultNetworkAcl", {})),
    ],
    rejects: [
      bad("SSH", /opens SSH \(22\) to the internet/, one(NACL, { ingress: [entry(100, "allow", 22, 22)] })),
      bad("a denial after", /SSH/, one(NACL, { ingress: [entry(100, "allow", 22, 22), entry(200, "deny", 22, 22)] })),
      bad(
        "everything",
        /SSH/,
        one(NACL, {
          ingress: [{ ruleNo: 1, action: "Allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" }],
        }),
      ),
      bad(
        "a rule by itself, on IPv6",
        /SSH/,
        one(NACL_RULE, {
          ruleNumber: 1,
          ruleAction: "allow",
          protocol: "6",
          fromPort: 20,
          toPort: 30,
          ipv6CidrBlock: "::/0",
        }),
      ),
    ],
    defers: [ok("unknown entries", one(NACL, { ingress: LATER_LIST }))],
  },
  "vpc-endpoint-policy-open": {
    accepts: [
      ok("no policy, which other rules advise on", one(ENDPOINT, {})),
      ok(
        "named buckets for anybody",
        one(ENDPOINT, { policy: document(statement("*", { Action: "s3:*", Resource: "arn:aws:s3:::telehealth-*" })) }),
      ),
      ok(
        "everything of this account",
        one(ENDPOINT, {
          policy: document(statement("*", { Condition: { StringEquals: { "aws:ResourceAccount": "111122223333" } } })),
        }),
      ),
      ok(
        "a denial",
        one(ENDPOINT, { policy: document({ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" }) }),
      ),
    ],
    rejects: [
      bad("everything", /other people's buckets and accounts/, one(ENDPOINT, { policy: document(statement("*")) })),
      bad(
        "everything of S3, by itself",
        /other people's/,
        one("ec2/vpcEndpointPolicy:VpcEndpointPolicy", { policy: document(statement("*", { Action: ["s3:*"] })) }),
      ),
      bad("text that is no document", /not a policy document/, one(ENDPOINT, { policy: "[object Object]" })),
    ],
    defers: [ok("an unknown policy", one(ENDPOINT, { policy: LATER }))],
  },
  "default-security-group-rules": {
    accepts: [
      ok("nothing", one("ec2/defaultSecurityGroup:DefaultSecurityGroup", {})),
      ok("empty lists", one("ec2/defaultSecurityGroup:DefaultSecurityGroup", { ingress: [], egress: [] })),
    ],
    rejects: [
      bad(
        "itself",
        /names no group/,
        one("ec2/defaultSecurityGroup:DefaultSecurityGroup", { ingress: [{ protocol: "-1", self: true }] }),
      ),
      bad(
        "the way out",
        /names no group/,
        one("ec2/defaultSecurityGroup:DefaultSecurityGroup", {
          egress: [{ protocol: "-1", cidrBlocks: ["0.0.0.0/0"] }],
        }),
      ),
    ],
    defers: [ok("unknown rules", one("ec2/defaultSecurityGroup:DefaultSecurityGroup", { ingress: LATER_LIST }))],
  },
  "default-network": {
    accepts: [ok("one that is to be deleted", one("ec2/defaultVpc:DefaultVpc", { forceDestroy: true }))],
    rejects: [
      bad("the VPC", /AWS's default network/, one("ec2/defaultVpc:DefaultVpc", {})),
      bad(
        "a subnet",
        /AWS's default network/,
        one("ec2/defaultSubnet:DefaultSubnet", { availabilityZone: "us-east-1a" }),
      ),
    ],
  },
  "network-open-to-strangers": {
    accepts: [
      ok("a service that asks", one("ec2/vpcEndpointService:VpcEndpointService", { acceptanceRequired: true })),
      ok(
        "a service for one account",
        one("ec2/vpcEndpointService:VpcEndpointService", {
          acceptanceRequired: true,
          allowedPrincipals: ["arn:aws:iam::444455556666:root"],
        }),
      ),
      ok("a gateway of AWS's defaults", one("ec2transitgateway/transitGateway:TransitGateway", {})),
      ok("a group of people", one("ec2clientvpn/authorizationRule:AuthorizationRule", { accessGroupId: "S-1-5-21" })),
    ],
    rejects: [
      bad(
        "a service that takes anybody",
        /accepted at once/,
        one("ec2/vpcEndpointService:VpcEndpointService", { acceptanceRequired: false }),
      ),
      bad(
        "a service for every account",
        /every AWS account/,
        one("ec2/vpcEndpointService:VpcEndpointService", { acceptanceRequired: true, allowedPrincipals: ["*"] }),
      ),
      bad(
        "everybody, by itself",
        /every AWS account/,
        one("ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple", { principalArn: "*" }),
      ),
      bad(
        "a gateway that accepts by itself",
        /connected at once/,
        one("ec2transitgateway/transitGateway:TransitGateway", { autoAcceptSharedAttachments: "enable" }),
      ),
      bad(
        "every group of a VPN",
        /everyone who can log in/,
        one("ec2clientvpn/authorizationRule:AuthorizationRule", { authorizeAllGroups: true }),
      ),
    ],
    defers: [ok("an unknown flag", one("ec2/vpcEndpointService:VpcEndpointService", { acceptanceRequired: LATER }))],
  },
};
