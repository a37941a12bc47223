import type * as pulumi from "@pulumi/pulumi";

/** Where something runs: one VPC and the subnets of one kind in it. */
export interface Placement {
  readonly vpcId: pulumi.Input<string>;
  readonly subnetIds: pulumi.Input<pulumi.Input<string>[]>;
}

/** The account and region a component builds ARNs for. From configuration, so that a preview never asks AWS. */
export interface Location {
  /** Twelve digits. */
  readonly accountId: string;
  readonly region: string;
}
