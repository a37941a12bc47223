import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import type { Location } from "../shared/placement";
import { loadBalancerLogWriters, serverLogWriter } from "./bucketStatements";
import { closedBucket } from "../shared/closedBucket";

/** Days that a deleted log file can still be restored. */
const DELETED_LOG_DAYS = 30;

export interface AccessLogBucketArgs {
  /** Unique among all of AWS. It may begin with `bucketPrefix`; it never logs to itself. */
  readonly bucketName: string;
  /** How the names of the buckets begin whose logs are taken. */
  readonly bucketPrefix: string;
  /** Of the stack. */
  readonly location: Location;
  /** Days a log is kept. Who read a record is itself a record of six years, 2192 days: 45 CFR 164.316(b)(2)(i). */
  readonly retentionDays: number;
  /** True keeps AWS from emptying the bucket and Pulumi from deleting it. */
  readonly deletionProtection: boolean;
  /** Another region than the stack's: buckets and load balancers log within their own. @default location.region */
  readonly region?: string;
}

/** Takes the access logs of buckets and load balancers: who asked for what, and when. 45 CFR 164.312(b). */
export class AccessLogBucket extends pulumi.ComponentResource {
  /** Whoever uses it waits for the policy: a load balancer tries to write the moment it is created. */
  public readonly name: pulumi.Output<string>;
  public readonly arn: pulumi.Output<string>;

  constructor(name: string, args: AccessLogBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    super("telehealth:storage:AccessLogBucket", name, args, opts);
    const { bucketName, bucketPrefix, location, retentionDays, deletionProtection, region } = args;

    const plainArn = `arn:aws:s3:::${bucketName}`;
    const { bucket, policy } = closedBucket(this, name, {
      bucketName,
      region,
      // Each line would be logged again, for ever.
      accessLogBucket: undefined,
      deletionProtection,
      // S3 and load balancers deliver logs to nothing else: with a KMS key of ours they fail silently.
      encryption: { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } },
      statements: [
        serverLogWriter(plainArn, location.accountId, bucketPrefix),
        ...loadBalancerLogWriters(plainArn, { ...location, ...(region === undefined ? {} : { region }) }),
      ],
      retention: {
        keepNoncurrentDays: DELETED_LOG_DAYS,
        expireAfterDays: retentionDays,
        archive: undefined,
        intelligentTiering: false,
      },
    });

    this.name = after(bucket.bucket, policy);
    this.arn = bucket.arn;
    this.registerOutputs({ name: this.name, arn: this.arn });
  }
}
