import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import type { Placement } from "../shared/placement";
import { nameFix } from "./backupNames";
import { endedRestores } from "./jobAlerts";
import { STORE_TYPES } from "./stores";

/** Hours; AWS, "CreateRestoreTestingSelection". */
const VALIDATION_HOURS = { least: 1, most: 168 };
/** Days; AWS, "RestoreTestingRecoveryPointSelection". */
const BACKUP_AGE_DAYS = { least: 1, most: 365 };
/** Hours in which a test may begin; it need not be exact. */
const START_WINDOW_HOURS = 8;

/** The database that is restored beside the original, into a network of its own kind. */
export interface TestedDatabase {
  readonly arn: pulumi.Input<string>;
  /** The isolated subnets. Without them AWS takes the default VPC, which a hardened account does not have. */
  readonly placement: Placement;
}

export interface TestedBucket {
  readonly arn: pulumi.Input<string>;
  /** Of the original: AWS would encrypt the restored copy of PHI with a key that is not ours. */
  readonly kmsKeyArn: pulumi.Input<string>;
}

export interface RestoreTestingArgs {
  /** Up to 50 letters, digits and _; unique in the account and region. */
  readonly planName: string;
  /** `BackupVault.arn` of the region. */
  readonly vaultArn: pulumi.Input<string>;
  /** `BackupRoles.restoreRoleArn`, which waits for the role's rights. */
  readonly roleArn: pulumi.Input<string>;
  /** When tests begin, such as `cron(0 9 ? * TUE#1 *)`, UTC. Mind the price: each one restores everything named below. */
  readonly schedule: string;
  readonly database: TestedDatabase;
  /** By a name of letters, digits and _. */
  readonly buckets: Readonly<Record<string, TestedBucket>>;
  /** Maximum age in days of the latest backup. Required: a backup older than the RPO is a failure, not a test. */
  readonly backupAgeDays: number;
  /** Hours that restored resources are kept for inspection before AWS deletes them. @default 24 */
  readonly validationHours?: number;
  /** Topic that gets the result of each restore; its policy must let EventBridge publish. @default no alerts */
  readonly alertsTopicArn?: pulumi.Input<string>;
}

/**
 * Restores the latest backups regularly, measures how long it takes and deletes what it made: 45 CFR 164.308(a)(7)(ii)(D).
 * It proves that backups, keys and rights are there. An Aurora cluster comes back without an instance: whoever wants to
 * read in it adds one while it stays.
 */
export class RestoreTesting extends pulumi.ComponentResource {
  public readonly planArn: pulumi.Output<string>;

  constructor(name: string, args: RestoreTestingArgs, opts?: pulumi.ComponentResourceOptions) {
    // Vault, role and stores come late; the children wait for what they use of them.
    const { planName, schedule, backupAgeDays, validationHours = 24 } = args;
    super("telehealth:resilience:RestoreTesting", name, { planName, schedule, backupAgeDays, validationHours }, opts);
    const { vaultArn, roleArn, database, buckets, alertsTopicArn } = args;
    refuse(this, { ...args, validationHours });

    const mine = { parent: this };
    const { vpcId, subnetIds } = database.placement;
    const subnets = new aws.rds.SubnetGroup(`${name}-subnets`, { subnetIds }, mine);
    // No rules, ever: nobody reaches a copy of all records by the way that applications reach the original.
    const closed = new aws.ec2.SecurityGroup(`${name}-sg`, { vpcId, description: "Restored for a test, closed" }, mine);
    const plan = new aws.backup.RestoreTestingPlan(
      `${name}-plan`,
      {
        name: planName,
        scheduleExpression: schedule,
        startWindowHours: START_WINDOW_HOURS,
        recoveryPointSelection: {
          algorithm: "LATEST_WITHIN_WINDOW",
          includeVaults: [vaultArn],
          recoveryPointTypes: ["SNAPSHOT"],
          selectionWindowDays: backupAgeDays,
        },
      },
      mine,
    );
    const common = { restoreTestingPlanName: plan.name, iamRoleArn: roleArn, validationWindowHours: validationHours };
    new aws.backup.RestoreTestingSelection(
      `${name}-database`,
      {
        ...common,
        name: "database",
        protectedResourceType: STORE_TYPES.database,
        protectedResourceArns: [database.arn],
        // Keys and the form of lists: AWS, "Restore testing inferred metadata".
        restoreMetadataOverrides: {
          dbSubnetGroupName: subnets.name,
          vpcSecurityGroupIds: pulumi.jsonStringify([closed.id]),
        },
      },
      mine,
    );
    for (const [bucket, { arn, kmsKeyArn }] of Object.entries(buckets))
      new aws.backup.RestoreTestingSelection(
        `${name}-${bucket}`,
        {
          ...common,
          name: bucket,
          protectedResourceType: STORE_TYPES.bucket,
          protectedResourceArns: [arn],
          restoreMetadataOverrides: { encryptionType: "SSE-KMS", kmsKey: kmsKeyArn },
        },
        mine,
      );
    if (alertsTopicArn !== undefined) endedRestores(this, `${name}-ended`, roleArn, alertsTopicArn);

    this.planArn = plan.arn;
    this.registerOutputs({ planArn: this.planArn });
  }
}

function refuse(tests: RestoreTesting, args: RestoreTestingArgs & { readonly validationHours: number }): void {
  const { planName, schedule, buckets, backupAgeDays, validationHours } = args;
  const names = Object.keys(buckets).map((bucket) => ["buckets", bucket] as const);
  for (const [field, awsName] of [["planName", planName] as const, ...names]) {
    const fix = nameFix(awsName);
    if (fix !== undefined) invalid(tests, field, `"${awsName}" is refused by AWS`, fix);
  }
  if ("database" in buckets)
    invalid(tests, "buckets", "database is the name of the cluster's own test", "Choose another");
  if (!/^cron\(\S+( \S+){5}\)$/.test(schedule))
    invalid(tests, "schedule", `"${schedule}" is refused by AWS`, "Write six fields, such as cron(0 9 ? * TUE#1 *)");
  for (const [field, value, { least, most }] of [
    ["backupAgeDays", backupAgeDays, BACKUP_AGE_DAYS],
    ["validationHours", validationHours, VALIDATION_HOURS],
  ] as const)
    if (!Number.isInteger(value) || value < least || value > most)
      invalid(tests, field, `${value} is not accepted by AWS`, `Use ${least} to ${most}`);
}
