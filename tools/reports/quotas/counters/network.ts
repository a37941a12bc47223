import { type Counter, each, listed, merged, most, parentOf, perParent, perRegion, sum } from "../counter";
import { at, type Fleet, listAt, type Placed, textOf } from "../fleet";
import { valueAt } from "../../../shared/snapshot/valueAt";

const ENDPOINT = "ec2/vpcEndpoint:VpcEndpoint";
const isGateway = (one: Placed) => (textOf(at(one, "vpcEndpointType")) ?? "Gateway") === "Gateway";

/** Prefix lists of AWS weigh more than one rule: "AWS-managed prefix lists", Amazon VPC User Guide. */
const CLOUDFRONT_ORIGIN_FACING = { name: /^(pl-3b927c52|pl-82a045eb)$/, weight: 55 };

const rulesOf =
  (side: "Ingress" | "Egress"): Counter =>
  (fleet) =>
    sum(
      fleet.all(`vpc/securityGroup${side}Rule:SecurityGroup${side}Rule`).map((one) => {
        const list = textOf(at(one, "prefixListId")) ?? "";
        const weight = CLOUDFRONT_ORIGIN_FACING.name.test(list) ? CLOUDFRONT_ORIGIN_FACING.weight : 1;
        return [parentOf(one, "securityGroupId"), weight];
      }),
    );

const loadBalancerOf = (fleet: Fleet, rule: Placed): string => {
  const listener = parentOf(rule, "listenerArn");
  const found = fleet.all("lb/listener:Listener").find((one) => `${one.stack}: ${one.resource.name}` === listener);
  return found === undefined ? listener : parentOf(found, "loadBalancerArn");
};

/** Target groups that one action forwards to. */
const targetsOf = (action: unknown): readonly string[] => {
  const one = textOf(valueAt(action, "targetGroupArn"));
  const several = listAt(action, "forward", "targetGroups").map((each) => textOf(valueAt(each, "arn")) ?? "?");
  return one === undefined ? several : [one];
};
const actionsOf = (one: Placed) =>
  listAt(one.resource.inputs, one.resource.type.endsWith("Rule") ? "actions" : "defaultActions");
const FORWARDING = ["lb/listener:Listener", "lb/listenerRule:ListenerRule"];

const GROUPS_OF: Readonly<Record<string, readonly string[]>> = {
  "apigatewayv2/vpcLink:VpcLink": ["securityGroupIds"],
  "codebuild/project:Project": ["vpcConfig", "securityGroupIds"],
  "ec2/vpcEndpoint:VpcEndpoint": ["securityGroupIds"],
  "ecs/service:Service": ["networkConfiguration", "securityGroups"],
  "lambda/function:Function": ["vpcConfig", "securityGroupIds"],
  "lb/loadBalancer:LoadBalancer": ["securityGroups"],
  "rds/cluster:Cluster": ["vpcSecurityGroupIds"],
  "rds/proxy:Proxy": ["vpcSecurityGroupIds"],
};

export const NETWORK: Readonly<Record<string, Counter>> = {
  vpcsPerRegion: perRegion(["ec2/vpc:Vpc"]),
  internetGatewaysPerRegion: perRegion(["ec2/internetGateway:InternetGateway"]),
  subnetsPerVpc: perParent("ec2/subnet:Subnet", "vpcId"),
  // Every VPC has a main one, which no stack makes.
  routeTablesPerVpc: (fleet) =>
    merged(perParent("ec2/routeTable:RouteTable", "vpcId")(fleet), each(["ec2/vpc:Vpc"], () => 1)(fleet)),
  // The local route is one, and each gateway endpoint adds one.
  routesPerRouteTable: (fleet) =>
    merged(
      each(["ec2/routeTable:RouteTable"], (one) => 1 + listAt(one.resource.inputs, "routes").length)(fleet),
      perParent("ec2/route:Route", "routeTableId")(fleet),
      sum(
        fleet
          .all(ENDPOINT)
          .filter(isGateway)
          .flatMap((one) =>
            one.references
              .of(one.resource, "routeTableIds", "ec2/routeTable:RouteTable")
              .map(({ name }) => [`${one.stack}: ${name}`, 1] as const),
          ),
      ),
    ),
  elasticIpsPerRegion: perRegion(["ec2/eip:Eip"]),
  eipsPerNatGateway: each(
    ["ec2/natGateway:NatGateway"],
    (one) => 1 + listAt(one.resource.inputs, "secondaryAllocationIds").length,
  ),
  natGatewaysPerZone: (fleet) =>
    sum(
      fleet.all("ec2/natGateway:NatGateway").map((one) => {
        const [subnet] = one.references.of(one.resource, "subnetId", "ec2/subnet:Subnet");
        return [textOf(subnet?.inputs["availabilityZone"]) ?? one.region, 1];
      }),
    ),
  securityGroupsPerRegion: perRegion([
    "ec2/securityGroup:SecurityGroup",
    "ec2/defaultSecurityGroup:DefaultSecurityGroup",
  ]),
  inboundRulesPerSecurityGroup: rulesOf("Ingress"),
  outboundRulesPerSecurityGroup: rulesOf("Egress"),
  securityGroupsPerNetworkInterface: (fleet) =>
    merged(...Object.entries(GROUPS_OF).map(([type, path]) => listed(type, ...path)(fleet))),
  gatewayEndpointsPerRegion: perRegion([ENDPOINT], isGateway),
  interfaceEndpointsPerVpc: perParent(ENDPOINT, "vpcId", (one) => !isGateway(one)),
  loadBalancersPerRegion: perRegion(["lb/loadBalancer:LoadBalancer"]),
  targetGroupsPerRegion: perRegion(["lb/targetGroup:TargetGroup"]),
  listenersPerLoadBalancer: perParent("lb/listener:Listener", "loadBalancerArn"),
  rulesPerLoadBalancer: (fleet) =>
    sum(fleet.all("lb/listenerRule:ListenerRule").map((one) => [loadBalancerOf(fleet, one), 1])),
  targetGroupsPerLoadBalancer: (fleet) => {
    const seen = new Set(
      fleet.all(...FORWARDING).flatMap((one) => {
        const balancer = one.resource.type.endsWith("Rule")
          ? loadBalancerOf(fleet, one)
          : parentOf(one, "loadBalancerArn");
        const groups = one.references.of(
          one.resource,
          one.resource.type.endsWith("Rule") ? "actions" : "defaultActions",
          "lb/targetGroup:TargetGroup",
        );
        return groups.map(({ urn }) => `${balancer}\n${urn}`);
      }),
    );
    return sum([...seen].map((pair) => [pair.split("\n")[0] ?? "", 1]));
  },
  targetGroupsPerAction: each(FORWARDING, (one) => most(actionsOf(one), (action) => targetsOf(action).length)),
  hostedZonesPerAccount: (fleet) => {
    const zones = fleet.all("route53/record:Record").map((one) => textOf(at(one, "zoneId")) ?? "?");
    return sum([...new Set(zones)].map(() => ["the account", 1]));
  },
  recordsPerZone: (fleet) =>
    sum(fleet.all("route53/record:Record").map((one) => [textOf(at(one, "zoneId")) ?? "?", 1])),
  certificatesPerRegion: perRegion(["acm/certificate:Certificate"]),
  namesPerCertificate: each(
    ["acm/certificate:Certificate"],
    (one) => new Set([at(one, "domainName"), ...listAt(one.resource.inputs, "subjectAlternativeNames")]).size,
  ),
  regionalApisPerRegion: perRegion(["apigateway/restApi:RestApi"]),
  customDomainsPerRegion: perRegion(["apigateway/domainName:DomainName", "apigatewayv2/domainName:DomainName"]),
  // The root is one, and no resource of a stack.
  resourcesPerApi: (fleet) =>
    merged(
      perParent("apigateway/resource:Resource", "restApi")(fleet),
      each(["apigateway/restApi:RestApi"], () => 1)(fleet),
    ),
  authorizersPerApi: perParent("apigateway/authorizer:Authorizer", "restApi"),
  vpcLinksV2PerRegion: perRegion(["apigatewayv2/vpcLink:VpcLink"]),
  subnetsPerVpcLink: listed("apigatewayv2/vpcLink:VpcLink", "subnetIds"),
};
