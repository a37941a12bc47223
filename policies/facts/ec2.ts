import { facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:ec2/instance:Instance": { workloadSubnets: ["subnetId"] },
    "aws:ec2/securityGroup:SecurityGroup": {
      holdsData: false,
      named: [
        "name",
        /^(?!sg-)(?!default$)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
        "at most 255 characters, not starting with sg-",
      ],
    },
  },
  [
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    "aws:ec2/eip:Eip",
    "aws:ec2/flowLog:FlowLog",
    "aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess",
    "aws:ec2/instanceMetadataDefaults:InstanceMetadataDefaults",
    "aws:ec2/internetGateway:InternetGateway",
    "aws:ec2/natGateway:NatGateway",
    "aws:ec2/route:Route",
    "aws:ec2/routeTable:RouteTable",
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
    "aws:ec2/subnet:Subnet",
    "aws:ec2/vpc:Vpc",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
  ],
);

export const METRICS: Dimensions = {
  "AWS/NATGateway": { NatGatewayId: subject(["id"], "aws:ec2/natGateway:NatGateway") },
};
