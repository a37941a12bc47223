import { type Given, LATER, LATER_LIST } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const NETWORK = "opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy";
const EMR = "emr/blockPublicAccessConfiguration:BlockPublicAccessConfiguration";
const INSTANCE = "rds/instance:Instance";

const resource = (type: string, name: string, props: Given["props"] = {}, from: Given["from"] = {}): Given => ({
  type: `aws:${type}`,
  name,
  props,
  from,
});
/** A subnet whose route table leads to `gateway`, and the group that names it. */
const routed = (gateway: Given["props"], from: Given["from"] = {}): Given[] => [
  resource("ec2/internetGateway:InternetGateway", "igw"),
  resource("ec2/natGateway:NatGateway", "nat"),
  resource("ec2/subnet:Subnet", "subnet"),
  resource("ec2/routeTable:RouteTable", "table"),
  resource(
    "ec2/routeTableAssociation:RouteTableAssociation",
    "link",
    { subnetId: LATER, routeTableId: LATER },
    { subnetId: ["subnet"], routeTableId: ["table"] },
  ),
  resource(
    "ec2/route:Route",
    "route",
    { routeTableId: LATER, destinationCidrBlock: "0.0.0.0/0", ...gateway },
    { routeTableId: ["table"], ...from },
  ),
  resource("rds/subnetGroup:SubnetGroup", "group", { subnetIds: [LATER] }, { subnetIds: ["subnet"] }),
];
const open = routed({ gatewayId: LATER }, { gatewayId: ["igw"] });

export const databaseExposure: CaseTable = {
  "database-public": {
    accepts: [
      ok("an instance that says nothing", one(INSTANCE, {})),
      ok(
        "a member of a cluster that says no",
        one("rds/clusterInstance:ClusterInstance", { publiclyAccessible: false }),
      ),
      ok(
        "Kafka without public access",
        one("msk/cluster:Cluster", {
          brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: "DISABLED" } } },
        }),
      ),
      ok("null", one("mq/broker:Broker", { publiclyAccessible: null })),
    ],
    rejects: [
      ...[
        "rds/instance:Instance",
        "rds/clusterInstance:ClusterInstance",
        "redshift/cluster:Cluster",
        "redshiftserverless/workgroup:Workgroup",
        "dms/replicationInstance:ReplicationInstance",
        "mq/broker:Broker",
        "neptune/clusterInstance:ClusterInstance",
        "lightsail/database:Database",
      ].map((type) => bad(type, /internet can reach it/, one(type, { publiclyAccessible: true }))),
      bad("true written as text", /internet/, one(INSTANCE, { publiclyAccessible: "true" })),
      bad(
        "a graph with public connectivity",
        /internet/,
        one("neptunegraph/graph:Graph", { publicConnectivity: true }),
      ),
      bad(
        "Kafka with public addresses",
        /public addresses/,
        one("msk/cluster:Cluster", {
          brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: "SERVICE_PROVIDED_EIPS" } } },
        }),
      ),
      bad("Redshift with an elastic IP", /Elastic IP/, one("redshift/cluster:Cluster", { elasticIp: "203.0.113.9" })),
    ],
    defers: [ok("an unknown flag", one(INSTANCE, { publiclyAccessible: LATER }))],
  },
  "database-subnet-internet-route": {
    accepts: [
      ok("a way out through a NAT gateway", routed({ natGatewayId: LATER }, { natGatewayId: ["nat"] })),
      ok("no route at all", routed({ gatewayId: "local" })),
      ok("a subnet that the stack does not show", [
        resource("rds/subnetGroup:SubnetGroup", "group", { subnetIds: ["subnet-1"] }),
      ]),
    ],
    rejects: [
      bad("an internet gateway made in the same update", /has a route to an internet gateway/, open),
      bad("a known internet gateway", /has a route/, routed({ gatewayId: "igw-0123456789abcdef0" })),
      bad(
        "a route written inside the table",
        /has a route/,
        open.flatMap((each) =>
          each.name === "route"
            ? []
            : each.name === "table"
              ? [
                  resource("ec2/routeTable:RouteTable", "table", {
                    routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: "igw-1" }],
                  }),
                ]
              : [each],
        ),
      ),
    ],
    defers: [
      ok("a group made from all subnets of a component", [
        ...open.filter((each) => each.name !== "group"),
        resource("ec2/subnet:Subnet", "isolated"),
        resource(
          "rds/subnetGroup:SubnetGroup",
          "group",
          { subnetIds: LATER_LIST },
          { subnetIds: ["subnet", "isolated"] },
        ),
      ]),
    ],
  },
  "search-endpoint-public": {
    accepts: [
      ok("a domain in the VPC", one("opensearch/domain:Domain", { vpcOptions: { subnetIds: ["subnet-1"] } })),
      ok(
        "a collection behind an endpoint",
        one(NETWORK, { type: "network", policy: JSON.stringify([{ Rules: [], SourceVPCEs: ["vpce-1"] }]) }),
      ),
      ok("an encryption policy", one(NETWORK, { type: "encryption", policy: "{}" })),
    ],
    rejects: [
      bad("a domain on the internet", /endpoint is on the internet/, one("opensearch/domain:Domain", {})),
      bad(
        "an old domain with an empty block",
        /on the internet/,
        one("elasticsearch/domain:Domain", { vpcOptions: {} }),
      ),
      bad(
        "a collection on the internet",
        /on the internet/,
        one(NETWORK, { type: "network", policy: JSON.stringify([{ Rules: [], AllowFromPublic: true }]) }),
      ),
    ],
    defers: [ok("unknown subnets", one("opensearch/domain:Domain", { vpcOptions: LATER }))],
  },
  "emr-public-access-block": {
    accepts: [ok("blocked", one(EMR, { blockPublicSecurityGroupRules: true }))],
    rejects: [
      bad("not blocked", /open to the internet/, one(EMR, { blockPublicSecurityGroupRules: false })),
      bad("nothing", /open to the internet/, one(EMR, {})),
    ],
    defers: [ok("unknown", one(EMR, { blockPublicSecurityGroupRules: LATER }))],
  },
};
