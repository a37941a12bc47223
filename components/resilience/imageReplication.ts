import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";

export interface ImageReplicationArgs {
  /** How the names of the repositories begin whose images are copied, such as `telehealth-prod/`. */
  readonly repositoryPrefixes: readonly [string, ...string[]];
  readonly replicaRegion: string;
  /** Of the stack. */
  readonly location: Location;
}

/**
 * Copies each image that is pushed to the repository of the same name in a second region. The repository has to be there
 * already, or ECR makes one without our key. What was pushed before is not copied. One setting for a registry and region: for
 * the account's own stack, never an environment's. 45 CFR 164.308(a)(7)(ii)(C).
 */
export class ImageReplication extends pulumi.ComponentResource {
  constructor(name: string, args: ImageReplicationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:resilience:ImageReplication", name, args, opts);
    const { repositoryPrefixes, replicaRegion, location } = args;
    if (replicaRegion === location.region)
      invalid(this, "replicaRegion", `${replicaRegion} is where the images are`, "Name another region");
    new aws.ecr.ReplicationConfiguration(
      `${name}-rules`,
      {
        region: location.region,
        replicationConfiguration: {
          rules: [
            {
              destinations: [{ region: replicaRegion, registryId: location.accountId }],
              repositoryFilters: repositoryPrefixes.map((filter) => ({ filter, filterType: "PREFIX_MATCH" })),
            },
          ],
        },
      },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
