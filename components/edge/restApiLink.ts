import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Placement } from "../shared/placement";

export interface RestApiLinkArgs {
  /** Private subnets, in the zones of the load balancer. AWS cannot change them: another list means another link. */
  readonly placement: Placement;
}

/**
 * The way of an API into the VPC: VPC link V2, which reaches a load balancer without an NLB in between. A component of
 * its own, because the load balancer has to admit this group before the API can name the load balancer.
 */
export class RestApiLink extends pulumi.ComponentResource {
  public readonly id: pulumi.Output<string>;
  /** For the internal load balancer to admit on 443. `RestApi` lets the group out to that load balancer, nowhere else. */
  public readonly securityGroupId: pulumi.Output<string>;

  constructor(name: string, args: RestApiLinkArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:edge:RestApiLink", name, args, opts);
    const { vpcId, subnetIds } = args.placement;
    const mine = { parent: this };
    const group = new aws.ec2.SecurityGroup(`${name}-sg`, { vpcId, description: "API Gateway VPC link" }, mine);
    const link = new aws.apigatewayv2.VpcLink(`${name}-link`, { subnetIds, securityGroupIds: [group.id] }, mine);

    this.id = link.id;
    this.securityGroupId = group.id;
    this.registerOutputs({ id: this.id, securityGroupId: this.securityGroupId });
  }
}
