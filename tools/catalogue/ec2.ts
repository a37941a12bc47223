import { made } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { ACCOUNT_SETTING, FREE, NO_METRIC, as, quiet } from "./reasons";
import { CALL } from "./seconds";

/** AWS numbers zones apart from their letters: us-east-1a is use1-az1 here. */
function zoneId(subnet: Resource): string {
  const zone = subnet.input("availabilityZone") ?? `${subnet.region}a`;
  const [, direction = "", region = "", letter = ""] = /^([a-z]+)-([a-z-]+-\d)([a-z])$/.exec(zone) ?? [];
  const short = region.replace(/([a-z])[a-z]*-?/g, "$1");
  return `${direction}${short}-az${letter.charCodeAt(0) - "a".charCodeAt(0) + 1}`;
}

const endpointHost = "{id}-{alnum8:host}";

export const MADE = made({
  "ec2/vpc:Vpc": {
    price: FREE.network,
    seconds: [2, 3, 15],
    variants: [
      { name: "DNS host names", when: (inputs) => inputs["enableDnsHostnames"] === true, seconds: [11, 12, 25] },
    ],
    outputs: {
      id: "vpc-{hex17}",
      arn: "{arn:ec2}vpc/{id}",
      ownerId: "{account}",
      cidrBlock: "10.0.0.0/{.ipv4NetmaskLength|16}",
      instanceTenancy: "default",
      enableDnsHostnames: false,
      enableDnsSupport: true,
      enableNetworkAddressUsageMetrics: false,
      defaultSecurityGroupId: "sg-{hex17}",
      defaultNetworkAclId: "acl-{hex17}",
      defaultRouteTableId: "rtb-{hex17:main}",
      mainRouteTableId: "rtb-{hex17:main}",
      dhcpOptionsId: "dopt-{hex17}",
      ipv6CidrBlock: (vpc) =>
        vpc.value("assignGeneratedIpv6CidrBlock") === true ? `2600:1f18:${vpc.random("hex", 4, "ipv6")}:ab00::/56` : "",
      ipv6AssociationId: (vpc) =>
        vpc.value("assignGeneratedIpv6CidrBlock") === true ? `vpc-cidr-assoc-${vpc.random("hex", 17, "ipv6")}` : "",
    },
    replacedBy: "cidrBlock ipv4IpamPoolId ipv4NetmaskLength ipv6CidrBlockNetworkBorderGroup",
    drawn: as("the frame around its subnets"),
    alarms: NO_METRIC,
  },
  "ec2/subnet:Subnet": {
    price: FREE.network,
    seconds: [1, 2, 10],
    variants: [
      // The provider waits 10 s until the attribute can be read.
      { name: "public addresses", when: (inputs) => inputs["mapPublicIpOnLaunch"] === true, seconds: [11, 11, 20] },
    ],
    outputs: {
      id: "subnet-{hex17}",
      arn: "{arn:ec2}subnet/{id}",
      ownerId: "{account}",
      availabilityZone: "{region}a",
      availabilityZoneId: zoneId,
      ipv6CidrBlockAssociationId: "",
      privateDnsHostnameTypeOnLaunch: "ip-name",
    },
    replacedBy: "cidrBlock availabilityZone availabilityZoneId vpcId ipv6Native outpostArn",
    partOf: "ec2/vpc:Vpc",
  },
  "ec2/internetGateway:InternetGateway": {
    price: FREE.network,
    seconds: [1, 2, 15],
    outputs: {
      id: "igw-{hex17}",
      arn: "{arn:ec2}internet-gateway/{id}",
      ownerId: "{account}",
      vpcId: "",
    },
    partOf: "ec2/vpc:Vpc",
  },
  "ec2/eip:Eip": {
    price: "priced",
    seconds: CALL,
    outputs: {
      id: "eipalloc-{hex17}",
      arn: "{arn:ec2}elastic-ip/{id}",
      allocationId: "{id}",
      domain: "vpc",
      networkBorderGroup: "{region}",
      publicIpv4Pool: "amazon",
      // Addresses that are reserved for documentation and tests (RFC 2544), so that nobody owns them.
      publicIp: (eip) => `198.18.${parseInt(eip.random("hex", 2, "a"), 16)}.${parseInt(eip.random("hex", 2, "b"), 16)}`,
      publicDns: "ec2-{hex8}.compute-1.{domain}",
      associationId: "",
      ipamPoolId: "",
    },
    replacedBy: "address customerOwnedIpv4Pool domain ipamPoolId networkBorderGroup publicIpv4Pool",
    partOf: "ec2/natGateway:NatGateway",
  },
  "ec2/natGateway:NatGateway": {
    price: "priced",
    seconds: [80, 115, 180],
    outputs: {
      id: "nat-{hex17}",
      associationId: "eipassoc-{hex17}",
      networkInterfaceId: "eni-{hex17}",
      connectivityType: "public",
      routeTableId: "",
      vpcId: "",
      privateIp: "10.0.0.10",
      publicIp: (nat) => `198.18.${parseInt(nat.random("hex", 2, "a"), 16)}.${parseInt(nat.random("hex", 2, "b"), 16)}`,
    },
    replacedBy: "allocationId connectivityType privateIp subnetId",
    drawn: "box",
    alarms: "service",
  },
  "ec2/routeTable:RouteTable": {
    price: FREE.network,
    seconds: CALL,
    outputs: { id: "rtb-{hex17}", arn: "{arn:ec2}route-table/{id}", ownerId: "{account}" },
    replacedBy: "vpcId",
    partOf: "ec2/subnet:Subnet",
  },
  "ec2/route:Route": {
    price: FREE.network,
    seconds: CALL,
    outputs: { id: "r-{.routeTableId}{digits10}", origin: "CreateRoute", state: "active", instanceId: "" },
    replacedBy: "destinationCidrBlock destinationIpv6CidrBlock destinationPrefixListId routeTableId",
    partOf: "ec2/routeTable:RouteTable",
  },
  "ec2/routeTableAssociation:RouteTableAssociation": {
    price: FREE.network,
    seconds: [1, 1, 10],
    outputs: { id: "rtbassoc-{hex17}" },
    replacedBy: "gatewayId subnetId",
    partOf: "ec2/subnet:Subnet",
  },
  "ec2/securityGroup:SecurityGroup": {
    price: FREE.network,
    seconds: [2, 3, 10],
    outputs: {
      id: "sg-{hex17}",
      arn: "{arn:ec2}security-group/{id}",
      description: "Managed by Pulumi",
      ownerId: "{account}",
      vpcId: "vpc-{hex17@default-vpc}",
    },
    replacedBy: "description name namePrefix vpcId",
    drawn: as("the lines between what wears it"),
    alarms: NO_METRIC,
  },
  "ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    price: FREE.network,
    seconds: CALL,
    outputs: {
      id: "sg-{hex17}",
      arn: "{arn:ec2}security-group/{id}",
      name: "default",
      namePrefix: "",
      description: "default VPC security group",
      ownerId: "{account}",
    },
    replacedBy: "vpcId",
    named: false,
    partOf: "ec2/vpc:Vpc",
  },
  "ec2/vpcEndpoint:VpcEndpoint": {
    price: "priced",
    seconds: [5, 6, 30],
    variants: [
      { name: "interface", when: (inputs) => inputs["vpcEndpointType"] === "Interface", seconds: [45, 90, 300] },
    ],
    outputs: {
      id: "vpce-{hex17}",
      arn: "{arn:ec2}vpc-endpoint/{id}",
      ownerId: "{account}",
      state: "available",
      prefixListId: (endpoint) =>
        endpoint.input("vpcEndpointType") === "Interface" ? "" : `pl-${endpoint.random("hex", 8, "prefix")}`,
      requesterManaged: false,
      vpcEndpointType: "Gateway",
      serviceRegion: "{region}",
      dnsEntries: (endpoint) =>
        endpoint.input("vpcEndpointType") === "Interface"
          ? endpoint.fill([
              { dnsName: `${endpointHost}.{.serviceName}.vpce.{domain}`, hostedZoneId: "Z7HUB22UULQXV" },
              { dnsName: "{.serviceName}", hostedZoneId: "Z{upper20:zone}" },
            ])
          : [],
      networkInterfaceIds: (endpoint) => {
        const subnets = endpoint.value("subnetIds");
        return Array.isArray(subnets)
          ? subnets.map((_, index) => `eni-${endpoint.random("hex", 17, `eni${index}`)}`)
          : [];
      },
      policy: () => JSON.stringify({ Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }] }),
    },
    replacedBy: "serviceName serviceRegion vpcEndpointType vpcId resourceConfigurationArn serviceNetworkArn",
    drawn: "box",
    alarms: quiet("one that is broken shows in the service that uses it"),
  },
  "ec2/flowLog:FlowLog": {
    price: FREE.recorded,
    seconds: [1, 2, 20],
    outputs: { id: "fl-{hex17}", arn: "{arn:ec2}vpc-flow-log/{id}" },
    replacedBy: "*",
    partOf: "ec2/vpc:Vpc",
  },
  "ec2/imageBlockPublicAccess:ImageBlockPublicAccess": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{account}" },
    drawn: ACCOUNT_SETTING,
    alarms: NO_METRIC,
  },
  "ec2/instanceMetadataDefaults:InstanceMetadataDefaults": {
    price: FREE.setting,
    seconds: CALL,
    outputs: {
      id: "{account}",
      httpEndpoint: "no-preference",
      httpPutResponseHopLimit: -1,
      httpTokens: "no-preference",
      instanceMetadataTags: "no-preference",
    },
    drawn: ACCOUNT_SETTING,
    alarms: NO_METRIC,
  },
});
