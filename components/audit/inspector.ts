import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { regionsProblem } from "../shared/regions";

export interface InspectorArgs {
  /** Of the stack. */
  readonly location: Location;
  /** Every region with images or functions, the stack's among them. */
  readonly regions: readonly string[];
}

/**
 * Scans images and functions for known vulnerabilities, and again whenever a new one is published. Once per account: for the
 * account's own stack, never an environment's. 45 CFR 164.308(a)(1)(ii)(A).
 */
export class Inspector extends pulumi.ComponentResource {
  constructor(name: string, args: InspectorArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:Inspector", name, args, opts);
    const { location, regions } = args;
    const problem = regionsProblem(regions, location.region);
    if (problem) invalid(this, "regions", ...problem);
    for (const region of regions)
      new aws.inspector2.Enabler(
        `${name}-${region}`,
        { region, accountIds: [location.accountId], resourceTypes: ["ECR", "LAMBDA"] },
        { parent: this },
      );
    this.registerOutputs({});
  }
}
