import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { closedBucket, withKey } from "../shared/closedBucket";
import { SIX_YEARS } from "../shared/lifecycle";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import { policyDocument, trustService } from "../shared/policyDocument";
import { regionsProblem } from "../shared/regions";
import { configBucketStatements, configRoleStatements } from "./configurationStatements";

const READS_EVERYTHING = "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole";

export interface ConfigurationArgs {
  /** Unique among all of AWS. Without an object lock: AWS Config delivers to no bucket that has one. */
  readonly bucketName: string;
  /** Takes the bucket's access logs: reads of the evidence are evidence too. In the bucket's region. */
  readonly accessLogBucket: pulumi.Input<string>;
  /** Encrypts the history. Its policy must hold `configGrant`. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Of the bucket, and the one region that also records IAM. */
  readonly location: Location;
  /** Every region that is open in the account, the stack's among them. */
  readonly regions: readonly string[];
  /**
   * CONTINUOUS is billed for each change, DAILY for each resource that changed that day.
   * @default CONTINUOUS: what was open for an hour is seen
   */
  readonly frequency?: "CONTINUOUS" | "DAILY";
  /** True keeps AWS from emptying the bucket and Pulumi from deleting it. */
  readonly deletionProtection: boolean;
}

/**
 * Records how everything in the account is, and was, configured. Once per account: for the account's own stack, never an
 * environment's. 45 CFR 164.308(a)(8), 164.312(b).
 */
export class Configuration extends pulumi.ComponentResource {
  /** Region -> what has to be there before rules: a rule without a recorder is refused. */
  public readonly recordings: Readonly<Record<string, pulumi.Resource>>;
  public readonly bucketName: pulumi.Output<string>;

  constructor(name: string, args: ConfigurationArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:Configuration", name, args, opts);
    const { bucketName, kmsKeyArn, location, regions, frequency = "CONTINUOUS", deletionProtection } = args;
    const problem = regionsProblem(regions, location.region);
    if (problem) invalid(this, "regions", ...problem);

    const mine = { parent: this };
    const bucketArn = `arn:aws:s3:::${bucketName}`;
    const { bucket, policy } = closedBucket(this, name, {
      bucketName,
      region: location.region,
      encryption: withKey(kmsKeyArn),
      statements: configBucketStatements(bucketArn, location.accountId),
      accessLogBucket: args.accessLogBucket,
      retention: {
        keepNoncurrentDays: SIX_YEARS,
        archive: { afterDays: 90, storageClass: "GLACIER_IR" },
        expireAfterDays: SIX_YEARS,
        intelligentTiering: false,
      },
      deletionProtection,
    });
    const role = new aws.iam.Role(
      `${name}-recorder`,
      { assumeRolePolicy: trustService("config.amazonaws.com", location.accountId) },
      mine,
    );
    const reads = new aws.iam.RolePolicyAttachment(
      `${name}-recorder-reads`,
      { role: role.name, policyArn: READS_EVERYTHING },
      mine,
    );
    const writes = new aws.iam.RolePolicy(
      `${name}-recorder-writes`,
      { role: role.id, policy: policyDocument(configRoleStatements(bucketArn, kmsKeyArn, location)) },
      mine,
    );

    const record = (region: string): pulumi.Resource => {
      const recorder = new aws.cfg.Recorder(
        `${name}-${region}-recorder`,
        {
          region,
          roleArn: role.arn,
          // IAM is the same everywhere: a second recording would be billed, and judged, twice.
          recordingGroup: { allSupported: true, includeGlobalResourceTypes: region === location.region },
          recordingMode: { recordingFrequency: frequency },
        },
        { ...mine, dependsOn: [reads] },
      );
      const channel = new aws.cfg.DeliveryChannel(
        `${name}-${region}-channel`,
        {
          region,
          s3BucketName: bucket.bucket,
          s3KmsKeyArn: kmsKeyArn,
          snapshotDeliveryProperties: { deliveryFrequency: "TwentyFour_Hours" },
        },
        // AWS Config tries the bucket out, and wants the recorder first.
        { ...mine, dependsOn: [recorder, policy, writes] },
      );
      return new aws.cfg.RecorderStatus(
        `${name}-${region}-on`,
        { region, name: recorder.name, isEnabled: true },
        // It does not start with nowhere to deliver to.
        { ...mine, dependsOn: [channel] },
      );
    };
    this.recordings = Object.fromEntries(regions.map((region) => [region, record(region)]));
    this.bucketName = bucket.bucket;
    this.registerOutputs({ bucketName: this.bucketName });
  }
}
