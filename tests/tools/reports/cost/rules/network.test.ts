import { priced } from "../priced";
import { part } from "../stack";

const endpoint = (service: string, type: string, ...subnets: string[]) =>
  part("ec2/vpcEndpoint:VpcEndpoint", service, {
    vpcEndpointType: type,
    serviceName: `com.amazonaws.us-east-1.${service}`,
    subnetIds: subnets,
  });
const nat = (name: string) => part("ec2/natGateway:NatGateway", name);

priced("Network", [
  ["each NAT gateway counts", [nat("a"), nat("b")], {}, "NAT gateway", 65.7],
  ["NAT carries everything", [nat("a")], { natInternetGb: 10, natAwsGb: 20, natS3Gb: 30 }, "traffic through NAT", 2.7],
  [
    "endpoints take over what goes to AWS",
    [nat("a"), endpoint("logs", "Interface", "s-1")],
    { natInternetGb: 10, natAwsGb: 20, natS3Gb: 30 },
    "traffic through NAT",
    1.8,
  ],
  [
    "the gateway endpoint takes over what goes to S3",
    [nat("a"), endpoint("s3", "Gateway")],
    { natInternetGb: 10, natAwsGb: 20, natS3Gb: 30 },
    "traffic through NAT",
    1.35,
  ],
  [
    "an interface endpoint counts per zone",
    [endpoint("logs", "Interface", "s-1", "s-2")],
    {},
    "interface endpoint",
    14.6,
  ],
  ["a gateway endpoint is free", [endpoint("s3", "Gateway")], {}, "interface endpoint", 0],
]);
