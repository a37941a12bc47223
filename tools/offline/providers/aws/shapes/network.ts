import type { Resource, Shapes } from "../template";

/** AWS numbers zones apart from their letters: us-east-1a is use1-az1 here. */
function zoneId(subnet: Resource): string {
  const zone = subnet.input("availabilityZone") ?? `${subnet.region}a`;
  const [, direction = "", region = "", letter = ""] = /^([a-z]+)-([a-z-]+-\d)([a-z])$/.exec(zone) ?? [];
  const short = region.replace(/([a-z])[a-z]*-?/g, "$1");
  return `${direction}${short}-az${letter.charCodeAt(0) - "a".charCodeAt(0) + 1}`;
}

const endpointHost = "{id}-{alnum8:host}";

export const networkShapes: Shapes = {
  "ec2/vpc:Vpc": {
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
  "ec2/subnet:Subnet": {
    id: "subnet-{hex17}",
    arn: "{arn:ec2}subnet/{id}",
    ownerId: "{account}",
    availabilityZone: "{region}a",
    availabilityZoneId: zoneId,
    ipv6CidrBlockAssociationId: "",
    privateDnsHostnameTypeOnLaunch: "ip-name",
  },
  "ec2/internetGateway:InternetGateway": {
    id: "igw-{hex17}",
    arn: "{arn:ec2}internet-gateway/{id}",
    ownerId: "{account}",
    vpcId: "",
  },
  "ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": { id: "eigw-{hex17}" },
  "ec2/eip:Eip": {
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
  "ec2/natGateway:NatGateway": {
    id: "nat-{hex17}",
    associationId: "eipassoc-{hex17}",
    networkInterfaceId: "eni-{hex17}",
    connectivityType: "public",
    routeTableId: "",
    vpcId: "",
    privateIp: "10.0.0.10",
    publicIp: (nat) => `198.18.${parseInt(nat.random("hex", 2, "a"), 16)}.${parseInt(nat.random("hex", 2, "b"), 16)}`,
  },
  "ec2/routeTable:RouteTable": { id: "rtb-{hex17}", arn: "{arn:ec2}route-table/{id}", ownerId: "{account}" },
  "ec2/route:Route": { id: "r-{.routeTableId}{digits10}", origin: "CreateRoute", state: "active", instanceId: "" },
  "ec2/routeTableAssociation:RouteTableAssociation": { id: "rtbassoc-{hex17}" },
  "ec2/mainRouteTableAssociation:MainRouteTableAssociation": { id: "rtbassoc-{hex17}" },
  "ec2/securityGroup:SecurityGroup": {
    id: "sg-{hex17}",
    arn: "{arn:ec2}security-group/{id}",
    description: "Managed by Pulumi",
    ownerId: "{account}",
    vpcId: "vpc-{hex17@default-vpc}",
  },
  "ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    id: "sg-{hex17}",
    arn: "{arn:ec2}security-group/{id}",
    name: "default",
    namePrefix: "",
    description: "default VPC security group",
    ownerId: "{account}",
  },
  "ec2/securityGroupRule:SecurityGroupRule": { id: "sgrule-{digits10}", securityGroupRuleId: "sgr-{hex17}" },
  "vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    id: "sgr-{hex17}",
    arn: "{arn:ec2}security-group-rule/{id}",
    securityGroupRuleId: "{id}",
  },
  "vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
    id: "sgr-{hex17}",
    arn: "{arn:ec2}security-group-rule/{id}",
    securityGroupRuleId: "{id}",
  },
  "ec2/networkAcl:NetworkAcl": { id: "acl-{hex17}", arn: "{arn:ec2}network-acl/{id}", ownerId: "{account}" },
  "ec2/defaultNetworkAcl:DefaultNetworkAcl": {
    id: "{.defaultNetworkAclId}",
    arn: "{arn:ec2}network-acl/{id}",
    ownerId: "{account}",
  },
  "ec2/defaultRouteTable:DefaultRouteTable": {
    id: "{.defaultRouteTableId}",
    arn: "{arn:ec2}route-table/{id}",
    ownerId: "{account}",
  },
  "ec2/networkAclRule:NetworkAclRule": { id: "nacl-{digits10}" },
  "ec2/vpcEndpoint:VpcEndpoint": {
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
  "ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": { id: "a-{.vpcEndpointId}{digits10}" },
  "ec2/flowLog:FlowLog": { id: "fl-{hex17}", arn: "{arn:ec2}vpc-flow-log/{id}" },
  "ec2/vpcPeeringConnection:VpcPeeringConnection": { id: "pcx-{hex17}", acceptStatus: "active" },
  "ec2/networkInterface:NetworkInterface": { id: "eni-{hex17}", arn: "{arn:ec2}network-interface/{id}" },
  "ec2/launchTemplate:LaunchTemplate": {
    id: "lt-{hex17}",
    arn: "{arn:ec2}launch-template/{id}",
    latestVersion: 1,
    defaultVersion: 1,
  },
  "ec2/instance:Instance": {
    id: "i-{hex17}",
    arn: "{arn:ec2}instance/{id}",
    instanceState: "running",
    privateIp: "10.0.0.20",
    primaryNetworkInterfaceId: "eni-{hex17}",
  },
  "ec2/imageBlockPublicAccess:ImageBlockPublicAccess": { id: "{account}" },
  "ec2/instanceMetadataDefaults:InstanceMetadataDefaults": {
    id: "{account}",
    httpEndpoint: "no-preference",
    httpPutResponseHopLimit: -1,
    httpTokens: "no-preference",
    instanceMetadataTags: "no-preference",
  },
  "ec2/vpcDhcpOptions:VpcDhcpOptions": { id: "dopt-{hex17}", arn: "{arn:ec2}dhcp-options/{id}", ownerId: "{account}" },
  "ec2/managedPrefixList:ManagedPrefixList": { id: "pl-{hex17}", arn: "{arn:ec2}prefix-list/{id}", version: 1 },
  "route53/zone:Zone": {
    id: "Z{upper20}",
    arn: "arn:{partition}:route53:::hostedzone/{id}",
    zoneId: "{id}",
    primaryNameServer: "ns-0.awsdns-00.com",
    nameServers: ["ns-0.awsdns-00.com", "ns-512.awsdns-00.net", "ns-1024.awsdns-00.org", "ns-1536.awsdns-00.co.uk"],
  },
  "route53/record:Record": {
    id: "{.zoneId}_{.name}_{.type}",
    fqdn: (record) => (record.input("name") ?? "").replace(/\.$/, ""),
  },
  "route53/healthCheck:HealthCheck": { id: "{uuid}", arn: "arn:{partition}:route53:::healthcheck/{id}" },
};
