import * as aws from "@pulumi/aws";
// Not the whole of awsx: its other modules would be loaded at each start.
import { Vpc } from "@pulumi/awsx/ec2";
import * as pulumi from "@pulumi/pulumi";
import { parseCidr } from "../shared/cidr";
import { invalid } from "../shared/invalid";
import { retentionFix } from "../shared/logRetention";
import type { Location } from "../shared/placement";
import { policyDocument } from "../shared/policyDocument";
import { InterfaceEndpoints } from "./endpoints";
import { recordFlows } from "./flowLog";
import { s3EndpointStatements } from "./s3Endpoint";
import { LARGEST_VPC, MAX_ZONES, planSubnets, SMALLEST_VPC } from "./subnetPlan";

/** A load balancer and an Aurora subnet group are each refused by AWS with fewer zones. */
const MIN_ZONES = 2;
const NAT_STRATEGY = { none: "None", single: "Single", "one-per-az": "OnePerAz" } as const;

export interface NetworkArgs {
  /** The VPC's range, /16 to /20, for example `10.0.0.0/16`. It can never be changed: it decides every address. */
  readonly cidrBlock: string;
  /** Names such as `us-east-1a`, 2 to 4, in order. Add one at the end; a removed or moved one destroys subnets. */
  readonly availabilityZones: readonly string[];
  /** How private subnets reach the internet. One gateway stops all zones when its zone fails; one per zone does not. */
  readonly natGateways: keyof typeof NAT_STRATEGY;
  /** Private doors to AWS services: see `InterfaceEndpoints` for what each choice holds. */
  readonly interfaceEndpoints: "none" | "minimal" | "full";
  readonly location: Location;
  /** Key of the flow log. It must let CloudWatch Logs in (`logsGrants`). */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /** Days; one of the lengths CloudWatch Logs has. */
  readonly logRetentionDays: number;
  /** How the name of every bucket of this platform begins. The VPC reaches no other bucket. */
  readonly bucketPrefix: string;
}

/** awsx gives everything in a public subnet a public address; nothing here wants one that did not ask. */
export const noPublicIpOnLaunch: pulumi.ResourceTransform = ({ type, props, opts }) =>
  type === "aws:ec2/subnet:Subnet" ? { props: { ...props, mapPublicIpOnLaunch: false }, opts } : undefined;

/** A VPC of public, private and isolated subnets in every zone; its traffic is recorded and its defaults are closed. */
export class Network extends pulumi.ComponentResource {
  public readonly vpcId: pulumi.Output<string>;
  /** For load balancers only. */
  public readonly publicSubnetIds: pulumi.Output<string[]>;
  /** For tasks: out through the NAT gateway, never in. */
  public readonly privateSubnetIds: pulumi.Output<string[]>;
  /** For databases: no route to the internet at all. */
  public readonly isolatedSubnetIds: pulumi.Output<string[]>;
  /** The addresses partners see us come from, for their allow-lists. Empty without NAT. */
  public readonly egressIps: pulumi.Output<string[]>;
  /** One for each NAT gateway, of which the settings say how many there are. */
  public readonly natGatewayIds: readonly pulumi.Output<string>[];

  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:network:Network", name, args, opts);
    const { cidrBlock, availabilityZones, natGateways, interfaceEndpoints, location, bucketPrefix } = args;
    const masks = planSubnets(checked(this, args));
    const mine = { parent: this };

    const vpc = new Vpc(
      `${name}-vpc`,
      {
        cidrBlock,
        availabilityZoneNames: [...availabilityZones],
        availabilityZoneCidrMask: masks.zone,
        subnetStrategy: "Auto",
        subnetSpecs: [
          { type: "Public", name: "public", cidrMask: masks.public },
          { type: "Private", name: "private", cidrMask: masks.private },
          { type: "Isolated", name: "isolated", cidrMask: masks.isolated },
        ],
        natGateways: { strategy: NAT_STRATEGY[natGateways] },
        enableDnsHostnames: true,
        enableDnsSupport: true,
      },
      // `transformations` would not reach the children of a remote component.
      { ...mine, transforms: [noPublicIpOnLaunch] },
    );
    const { vpcId } = vpc;

    new aws.ec2.DefaultSecurityGroup(`${name}-closed`, { vpcId, ingress: [], egress: [] }, mine);
    recordFlows(this, name, { ...args, vpcId });
    // Every table, the public ones too: awsx does not say which is which, and no task should reach S3 another way.
    const routeTableIds = vpc.routeTables.apply((tables) => pulumi.all(tables.map(({ id }) => id)));
    new aws.ec2.VpcEndpoint(
      `${name}-s3`,
      {
        vpcId,
        routeTableIds,
        serviceName: `com.amazonaws.${location.region}.s3`,
        vpcEndpointType: "Gateway",
        policy: policyDocument(s3EndpointStatements(location, bucketPrefix)),
      },
      mine,
    );
    if (interfaceEndpoints !== "none") {
      const placement = { vpcId, subnetIds: vpc.privateSubnetIds };
      const where = { placement, cidrBlock, region: location.region };
      new InterfaceEndpoints(`${name}-endpoints`, { services: interfaceEndpoints, ...where }, mine);
    }

    this.vpcId = vpcId;
    this.publicSubnetIds = vpc.publicSubnetIds;
    this.privateSubnetIds = vpc.privateSubnetIds;
    this.isolatedSubnetIds = vpc.isolatedSubnetIds;
    this.egressIps =
      natGateways === "none"
        ? pulumi.output([])
        : vpc.eips.apply((addresses) => pulumi.all(addresses.map(({ publicIp }) => publicIp)));
    const natIds = vpc.natGateways.apply((gateways) => pulumi.all(gateways.map(({ id }) => id)));
    const natCount = { single: 1, "one-per-az": availabilityZones.length, none: 0 }[natGateways];
    this.natGatewayIds = Array.from({ length: natCount }, (_, index) => natIds.apply((ids) => ids[index] ?? ""));
    const { publicSubnetIds, privateSubnetIds, isolatedSubnetIds, egressIps } = this;
    this.registerOutputs({ vpcId, publicSubnetIds, privateSubnetIds, isolatedSubnetIds, egressIps });
  }
}

/** Refuses what AWS would refuse after minutes, or accept and never work. Returns the VPC's prefix length. */
function checked(network: Network, args: NetworkArgs): number {
  const { cidrBlock, availabilityZones: zones, natGateways, interfaceEndpoints, location, logRetentionDays } = args;
  const cidr = parseCidr(cidrBlock);
  if (!cidr) invalid(network, "cidrBlock", `"${cidrBlock}" is not an IPv4 range`, "Write one such as 10.0.0.0/16");
  if (cidr.prefix < LARGEST_VPC || cidr.prefix > SMALLEST_VPC)
    invalid(network, "cidrBlock", `/${cidr.prefix} is out of range`, `Use /${LARGEST_VPC} to /${SMALLEST_VPC}`);

  const example = `${location.region}a and ${location.region}b`;
  if (zones.length < MIN_ZONES || zones.length > MAX_ZONES) {
    const wrong = `${zones.length} given, a load balancer and Aurora need ${MIN_ZONES}, addresses suffice for ${MAX_ZONES}`;
    invalid(network, "availabilityZones", wrong, `Name ${MIN_ZONES} to ${MAX_ZONES}, such as ${example}`);
  }
  if (new Set(zones).size !== zones.length)
    invalid(network, "availabilityZones", `${zones.join(", ")} lists a zone twice`, "List each zone once");
  const foreign = zones.find((zone) => !zone.startsWith(location.region));
  if (foreign !== undefined)
    invalid(network, "availabilityZones", `${foreign} is not in ${location.region}`, `Use zones such as ${example}`);

  if (natGateways === "none" && interfaceEndpoints === "none") {
    const wrong = "without NAT and without endpoints private tasks cannot pull images or read secrets";
    invalid(network, "natGateways", wrong, 'Use "single", or set interfaceEndpoints to "minimal" or "full"');
  }
  const fix = retentionFix(logRetentionDays);
  if (fix !== undefined)
    invalid(network, "logRetentionDays", `CloudWatch Logs does not offer ${logRetentionDays} days`, fix);
  return cidr.prefix;
}
