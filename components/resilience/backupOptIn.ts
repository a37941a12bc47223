import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/**
 * Every type that AWS Backup knows: one that is left out shows up as a change at each update. Opting in costs nothing and
 * backs nothing up by itself, it only lets plans take the type in.
 */
const TYPES = [
  "Aurora",
  "CloudFormation",
  "DocumentDB",
  "DSQL",
  "DynamoDB",
  "EBS",
  "EC2",
  "EFS",
  "FSx",
  "Neptune",
  "RDS",
  "Redshift",
  "Redshift Serverless",
  "S3",
  "SAP HANA on Amazon EC2",
  "Storage Gateway",
  "VirtualMachine",
];

export interface BackupOptInArgs {
  /** Copies need it in their region as well: make one for each. */
  readonly region: string;
}

/** Lets AWS Backup work in one region. Once per account and region: for the account's own stack, never an environment's. */
export class BackupOptIn extends pulumi.ComponentResource {
  constructor(name: string, args: BackupOptInArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:resilience:BackupOptIn", name, args, opts);
    const resourceTypeOptInPreference = Object.fromEntries(TYPES.map((type) => [type, true]));
    new aws.backup.RegionSettings(
      `${name}-settings`,
      { region: args.region, resourceTypeOptInPreference },
      { parent: this },
    );
    this.registerOutputs({});
  }
}
