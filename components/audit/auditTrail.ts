import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { closedBucket, withKey } from "../shared/closedBucket";
import { SIX_YEARS } from "../shared/lifecycle";
import { invalid } from "../shared/invalid";
import { logGroup } from "../shared/logGroup";
import type { Location } from "../shared/placement";
import { policyDocument, trustService } from "../shared/policyDocument";
import { eventSelectors } from "./eventSelectors";
import { trailBucketStatements } from "./trailBucketStatements";

export interface AuditTrailArgs {
  /** Fixed, because policies of the key and the bucket name the trail before it exists. */
  readonly trailName: string;
  readonly bucketName: string;
  /** Takes the bucket's access logs: reads of the evidence are evidence too. In the bucket's region. */
  readonly accessLogBucket: pulumi.Input<string>;
  /** Encrypts the log files and the bucket. Its policy must hold `cloudTrailGrants` for this trail's name. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Encrypts the log group. Its policy must let CloudWatch Logs of the region use it. */
  readonly logKmsKeyArn: pulumi.Input<string>;
  /** Days in CloudWatch, where alarms look. The files in the bucket are kept for six years whatever this says. */
  readonly logRetentionDays: number;
  /** Prefixes of the names of buckets that hold patient data: each read and write of their objects is recorded. */
  readonly phiBucketPrefixes: readonly string[];
  /**
   * How files are locked. GOVERNANCE can be lifted by whoever has `s3:BypassGovernanceRetention`; COMPLIANCE by nobody for
   * six years, short of closing the account.
   */
  readonly lock: "GOVERNANCE" | "COMPLIANCE";
  readonly location: Location;
  readonly deletionProtection: boolean;
}

/** Records who did what in the account, in all regions, signed against tampering and locked against deletion: 164.312(b). */
export class AuditTrail extends pulumi.ComponentResource {
  public readonly arn: pulumi.Output<string>;
  /** For metric filters. */
  public readonly logGroupName: pulumi.Output<string>;
  public readonly bucketName: pulumi.Output<string>;

  constructor(name: string, args: AuditTrailArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:audit:AuditTrail", name, args, opts);
    const { trailName, bucketName, kmsKeyArn, location, deletionProtection } = args;
    refuse(this, args);
    const mine = { parent: this };
    const trailArn = `arn:aws:cloudtrail:${location.region}:${location.accountId}:trail/${trailName}`;
    const { bucket, policy } = closedBucket(this, name, {
      bucketName,
      region: undefined,
      encryption: withKey(kmsKeyArn),
      statements: trailBucketStatements(`arn:aws:s3:::${bucketName}`, trailArn, location.accountId),
      retention: {
        keepNoncurrentDays: SIX_YEARS,
        archive: { afterDays: 90, storageClass: "GLACIER_IR" },
        expireAfterDays: SIX_YEARS,
        intelligentTiering: false,
      },
      objectLock: { mode: args.lock, days: SIX_YEARS },
      accessLogBucket: args.accessLogBucket,
      deletionProtection,
    });

    const log = logGroup(this, `${name}-events`, args);
    const role = new aws.iam.Role(
      `${name}-writer`,
      // CloudTrail does not say for which account it takes this role: with a condition it is refused.
      { assumeRolePolicy: trustService("cloudtrail.amazonaws.com") },
      mine,
    );
    const write = new aws.iam.RolePolicy(
      `${name}-writer-may`,
      {
        role: role.id,
        policy: policyDocument([
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
            Resource: pulumi.interpolate`${log.arn}:log-stream:${location.accountId}_CloudTrail_*`,
          },
        ]),
      },
      mine,
    );
    const trail = new aws.cloudtrail.Trail(
      `${name}-trail`,
      {
        name: trailName,
        s3BucketName: bucket.bucket,
        kmsKeyId: kmsKeyArn,
        isMultiRegionTrail: true,
        includeGlobalServiceEvents: true,
        enableLogging: true,
        enableLogFileValidation: true,
        // CloudTrail takes the ARN with this ending only: "Sending events to CloudWatch Logs".
        cloudWatchLogsGroupArn: pulumi.interpolate`${log.arn}:*`,
        cloudWatchLogsRoleArn: role.arn,
        insightSelectors: [{ insightType: "ApiCallRateInsight" }, { insightType: "ApiErrorRateInsight" }],
        advancedEventSelectors: eventSelectors(args.phiBucketPrefixes),
      },
      // CloudTrail tries the bucket and the log group when the trail is made.
      { ...mine, dependsOn: [policy, write], protect: deletionProtection },
    );
    this.arn = trail.arn;
    this.logGroupName = log.name;
    this.bucketName = bucket.bucket;
    this.registerOutputs({ arn: this.arn, logGroupName: this.logGroupName, bucketName: this.bucketName });
  }
}

function refuse(trail: AuditTrail, { bucketName, phiBucketPrefixes, lock, deletionProtection }: AuditTrailArgs): void {
  const prefixOfTrail = phiBucketPrefixes.find((prefix) => bucketName.startsWith(prefix));
  if (prefixOfTrail !== undefined)
    invalid(
      trail,
      "phiBucketPrefixes",
      `"${prefixOfTrail}" takes in the trail's own bucket: each record would be recorded again`,
      "Write it out as far as the names of the buckets with patient data go",
    );
  if (lock === "COMPLIANCE" && !deletionProtection)
    invalid(
      trail,
      "lock",
      "files locked in compliance mode cannot be deleted for six years, and this environment is disposable",
      "Use GOVERNANCE where deletionProtection is off",
    );
}
