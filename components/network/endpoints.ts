import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Placement } from "../shared/placement";

/** What a Fargate task needs to start: its image, its secrets, its log (AWS, "Amazon ECR interface VPC endpoints"). */
const MINIMAL = ["ecr.api", "ecr.dkr", "logs", "secretsmanager"] as const;
/** And what it needs to decrypt, to be reached by ECS Exec, and to assume roles, without leaving the VPC. */
const FULL = [...MINIMAL, "kms", "ssm", "ssmmessages", "sts"] as const;

/** The AWS services reached per choice, as they appear in `com.amazonaws.<region>.<service>`. */
const ENDPOINT_SERVICES = { minimal: MINIMAL, full: FULL };

export interface InterfaceEndpointsArgs {
  /** Which services. Each costs about USD 7 a month and zone, so `minimal` in two zones is dearer than one NAT. */
  readonly services: keyof typeof ENDPOINT_SERVICES;
  /** The VPC, and one subnet per zone: an endpoint puts a network interface in each. */
  readonly placement: Placement;
  /** Who may call: the VPC's own range. */
  readonly cidrBlock: string;
  readonly region: string;
}

/** Private doors to AWS services: calls from the VPC stay in it, under the services' public names. */
export class InterfaceEndpoints extends pulumi.ComponentResource {
  constructor(name: string, args: InterfaceEndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:network:InterfaceEndpoints", name, args, opts);
    const { services, placement, cidrBlock, region } = args;
    const { vpcId, subnetIds } = placement;
    const mine = { parent: this };

    // No egress rule: an endpoint answers, it never calls.
    const { id: securityGroupId } = new aws.ec2.SecurityGroup(
      `${name}-callers`,
      { vpcId, description: "Interface endpoints: HTTPS from inside the VPC" },
      mine,
    );
    const https = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
    new aws.vpc.SecurityGroupIngressRule(
      `${name}-https`,
      { securityGroupId, cidrIpv4: cidrBlock, ...https, description: "HTTPS from inside the VPC" },
      mine,
    );

    for (const service of ENDPOINT_SERVICES[services]) {
      new aws.ec2.VpcEndpoint(
        `${name}-${service}`,
        {
          vpcId,
          subnetIds,
          securityGroupIds: [securityGroupId],
          serviceName: `com.amazonaws.${region}.${service}`,
          vpcEndpointType: "Interface",
          privateDnsEnabled: true,
        },
        mine,
      );
    }
    this.registerOutputs({});
  }
}
