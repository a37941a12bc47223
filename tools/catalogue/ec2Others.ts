import { others } from "./entry";

export const OTHERS = others({
  "ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway": { outputs: { id: "eigw-{hex17}" } },
  "ec2/mainRouteTableAssociation:MainRouteTableAssociation": {
    outputs: { id: "rtbassoc-{hex17}" },
    replacedBy: "vpcId",
  },
  "ec2/securityGroupRule:SecurityGroupRule": {
    outputs: { id: "sgrule-{digits10}", securityGroupRuleId: "sgr-{hex17}" },
    replacedBy:
      "cidrBlocks fromPort ipv6CidrBlocks prefixListIds protocol securityGroupId self sourceSecurityGroupId toPort type",
  },
  "ec2/networkAcl:NetworkAcl": {
    outputs: { id: "acl-{hex17}", arn: "{arn:ec2}network-acl/{id}", ownerId: "{account}" },
    replacedBy: "vpcId",
  },
  "ec2/defaultNetworkAcl:DefaultNetworkAcl": {
    outputs: {
      id: "{.defaultNetworkAclId}",
      arn: "{arn:ec2}network-acl/{id}",
      ownerId: "{account}",
    },
    replacedBy: "defaultNetworkAclId",
  },
  "ec2/defaultRouteTable:DefaultRouteTable": {
    outputs: {
      id: "{.defaultRouteTableId}",
      arn: "{arn:ec2}route-table/{id}",
      ownerId: "{account}",
    },
    replacedBy: "defaultRouteTableId",
  },
  "ec2/networkAclRule:NetworkAclRule": { outputs: { id: "nacl-{digits10}" }, replacedBy: "*" },
  "ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation": {
    outputs: { id: "a-{.vpcEndpointId}{digits10}" },
    replacedBy: "*",
  },
  "ec2/vpcPeeringConnection:VpcPeeringConnection": {
    outputs: { id: "pcx-{hex17}", acceptStatus: "active" },
    replacedBy: "peerOwnerId peerRegion peerVpcId vpcId",
  },
  "ec2/networkInterface:NetworkInterface": {
    outputs: { id: "eni-{hex17}", arn: "{arn:ec2}network-interface/{id}" },
    replacedBy: "subnetId interfaceType",
  },
  "ec2/launchTemplate:LaunchTemplate": {
    outputs: {
      id: "lt-{hex17}",
      arn: "{arn:ec2}launch-template/{id}",
      latestVersion: 1,
      defaultVersion: 1,
    },
    replacedBy: "name namePrefix",
  },
  "ec2/instance:Instance": {
    outputs: {
      id: "i-{hex17}",
      arn: "{arn:ec2}instance/{id}",
      instanceState: "running",
      privateIp: "10.0.0.20",
      primaryNetworkInterfaceId: "eni-{hex17}",
    },
    replacedBy: "ami availabilityZone ebsBlockDevices keyName privateIp subnetId tenancy",
  },
  "ec2/vpcDhcpOptions:VpcDhcpOptions": {
    outputs: { id: "dopt-{hex17}", arn: "{arn:ec2}dhcp-options/{id}", ownerId: "{account}" },
    replacedBy: "*",
  },
  "ec2/managedPrefixList:ManagedPrefixList": {
    outputs: { id: "pl-{hex17}", arn: "{arn:ec2}prefix-list/{id}", version: 1 },
  },
  "ec2/keyPair:KeyPair": { named: { property: "keyName" } },
});
