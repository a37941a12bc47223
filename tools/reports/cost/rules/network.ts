import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { textAt } from "../fields";
import type { Item } from "../line";
import { placesOf, share, type Context, type Rules } from "../rule";
import { HOURS } from "../usage/usage";

const ENDPOINT = "ec2/vpcEndpoint:VpcEndpoint";
const service = "VPC and NAT";
const isGateway = (endpoint: SnapshotResource) => textAt(endpoint, "vpcEndpointType") !== "Interface";

export const NETWORK_RULES = {
  "ec2/natGateway:NatGateway": natGateway,
  "ec2/eip:Eip": address,
  [ENDPOINT]: endpoint,
} satisfies Rules;

/** One is needed in any case; the others are there for the failure of its zone. */
const perZone = "a NAT gateway in every zone: the failure of one does not cut off the others";

function address(resource: SnapshotResource, { graph }: Context): readonly Item[] {
  const purpose = graph.all("ec2/eip:Eip")[0]?.urn === resource.urn ? {} : { purpose: perZone };
  return [{ service, what: "public IPv4 address", quantity: HOURS, price: "vpc.ipv4.hour", ...purpose }];
}

function natGateway(gateway: SnapshotResource, context: Context): readonly Item[] {
  const { usage, graph } = context;
  const gateways = graph.all("ec2/natGateway:NatGateway");
  const endpoints = graph.all(ENDPOINT);
  const toAws = endpoints.some((each) => !isGateway(each)) ? 0 : usage.natAwsGb;
  const toS3 = endpoints.some((each) => isGateway(each) && servesS3(each)) ? 0 : usage.natS3Gb;
  const first = gateways[0]?.urn === gateway.urn;
  return [
    {
      service,
      what: "NAT gateway",
      quantity: HOURS,
      price: "vpc.nat.hour",
      ...(first ? {} : { purpose: perZone }),
    },
    {
      service,
      what: "traffic through NAT",
      quantity: share(usage.natInternetGb + toAws + toS3, gateways.length),
      price: "vpc.nat.gb",
    },
    {
      service,
      what: "traffic to the internet",
      quantity: share(usage.natInternetGb, gateways.length),
      price: "transfer.internet.gb",
    },
  ];
}

function endpoint(resource: SnapshotResource, context: Context): readonly Item[] {
  if (isGateway(resource)) return [];
  const interfaces = context.graph.all(ENDPOINT).filter((each) => !isGateway(each)).length;
  const purpose = "interface endpoints: traffic to AWS does not leave the network";
  return [
    {
      service,
      what: "interface endpoint",
      quantity: HOURS * placesOf(resource, "subnetIds", context),
      price: "vpc.endpoint.hour",
      purpose,
    },
    {
      service,
      what: "traffic through interface endpoints",
      quantity: share(context.usage.natAwsGb, interfaces),
      price: "vpc.endpoint.gb",
      purpose,
    },
  ];
}

const servesS3 = (endpoint: SnapshotResource) => textAt(endpoint, "serviceName").endsWith(".s3");
