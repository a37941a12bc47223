import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { STORE_TYPES } from "./stores";

export interface BackupOptInArgs {
  /** Copies need it in their region as well: make one for each. */
  readonly region: string;
}

/** Lets AWS Backup take in what this platform stores, in one region. Once per account and region: for the account's own stack, never an environment's. */
export class BackupOptIn extends pulumi.ComponentResource {
  constructor(name: string, args: BackupOptInArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:resilience:BackupOptIn", name, args, opts);
    const resourceTypeOptInPreference = Object.fromEntries(Object.values(STORE_TYPES).map((type) => [type, true]));
    new aws.backup.RegionSettings(
      `${name}-settings`,
      { region: args.region, resourceTypeOptInPreference },
      // AWS answers with every type that it knows, more of them each year, and all but ours would be a change for ever. What
      // is set is merged with what is there, so nothing else is switched off.
      { parent: this, ignoreChanges: ["resourceTypeOptInPreference"] },
    );
    this.registerOutputs({});
  }
}
