import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { after } from "../shared/after";
import { invalid } from "../shared/invalid";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";
import { kmsUploadsOnly, ownAccountOnly } from "./bucketStatements";
import { closedBucket, withKey } from "../shared/closedBucket";
import type { Archive } from "../shared/lifecycle";

/** Days a version of a file is kept after it was replaced or deleted: mistakes are noticed within a month. */
const KEEP_NONCURRENT_DAYS = 30;
/** Days AWS allows an archive tier to begin: AWS, "Amazon S3 Intelligent-Tiering". */
const TIER_DAYS = { least: 90, most: 730 };
/** Seconds a browser remembers that an upload is allowed. */
const CORS_SECONDS = 3600;
const ORIGIN = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/;

/** Versions that can be brought back after a mistake, and for how many days. @default 30 days */
export interface Versions {
  readonly keepNoncurrentDays?: number;
}

export interface PhiBucketArgs {
  /** Unique among all of AWS: put the account id in it. */
  readonly bucketName: string;
  /** Of the stack: the account alone may come near. */
  readonly location: Location;
  /** Our own key, in the bucket's region. Required: a key that AWS owns is one we cannot revoke. */
  readonly kmsKeyArn: pulumi.Input<string>;
  /** Takes the access logs; in the bucket's region. */
  readonly accessLogBucket: pulumi.Input<string>;
  /** Whether a replaced or deleted object can come back. Replication and AWS Backup need versions. */
  readonly versions: Versions | "off";
  /** @default objects stay where reading them costs nothing extra */
  readonly archive?: Archive;
  /** Days until an object is deleted. Medical records mostly have to stay for years: check your state. @default never */
  readonly expireAfterDays?: number;
  /**
   * Lets S3 move objects that are not read to cheaper tiers. `true` uses only tiers that answer at once; a number of days adds one
   * that answers after hours, for the application to expect. @default false, because watching each object costs too
   */
  readonly intelligentTiering?: boolean | { readonly archiveAfterDays: number };
  /** The web origins whose pages may upload and play, such as `https://app.example.com`. @default no browser */
  readonly browserUpload?: { readonly origins: readonly string[] };
  /** Further statements of the bucket policy, such as a CDN's read; they may come late. @default none */
  readonly statements?: pulumi.Input<pulumi.Input<Statement>[]>;
  /** True keeps AWS from emptying the bucket and Pulumi from deleting it. */
  readonly deletionProtection: boolean;
  /** Another region than the stack's. @default location.region */
  readonly region?: string;
}

/** Storage for anything that may hold PHI: our key, our account, TLS, every access logged. 45 CFR 164.312(a), (b), (e). */
export class PhiBucket extends pulumi.ComponentResource {
  /** Whoever uses it waits for versioning: replication is refused without it. */
  public readonly name: pulumi.Output<string>;
  /** For policies. It waits for nothing, so a CDN can name it in a statement that comes back here. */
  public readonly arn: pulumi.Output<string>;
  /** For a CDN's origin: the global name redirects for hours after creation. */
  public readonly regionalDomainName: pulumi.Output<string>;

  constructor(name: string, args: PhiBucketArgs, opts?: pulumi.ComponentResourceOptions) {
    // What may itself wait for this bucket stays out: a component, and so each of its children, waits for what it is given.
    const { kmsKeyArn, statements = [], ...early } = args;
    super("telehealth:storage:PhiBucket", name, early, opts);
    const { bucketName, location, accessLogBucket, versions, region, deletionProtection } = args;
    const { archive, expireAfterDays, intelligentTiering = false, browserUpload } = args;
    refuse(this, args);

    const plainArn = `arn:aws:s3:::${bucketName}`;
    const always = [ownAccountOnly(plainArn, location.accountId), kmsUploadsOnly(plainArn)];
    const { bucket, versioning, target } = closedBucket(this, name, {
      bucketName,
      region,
      accessLogBucket,
      deletionProtection,
      encryption: {
        ...withKey(kmsKeyArn),
        // With a key the caller brings, somebody inside could lock us out of our own files.
        blockedEncryptionTypes: ["SSE-C"],
      },
      statements: pulumi.output(statements).apply((more) => [...always, ...more]),
      retention: {
        keepNoncurrentDays: versions === "off" ? undefined : (versions.keepNoncurrentDays ?? KEEP_NONCURRENT_DAYS),
        archive,
        expireAfterDays,
        intelligentTiering: intelligentTiering !== false,
      },
    });
    const mine = { parent: this };
    if (typeof intelligentTiering === "object") {
      const tierings = [{ accessTier: "ARCHIVE_ACCESS", days: intelligentTiering.archiveAfterDays }];
      new aws.s3.BucketIntelligentTieringConfiguration(`${name}-tiers`, { ...target, tierings }, mine);
    }
    if (browserUpload) {
      const rule = {
        allowedOrigins: [...browserUpload.origins],
        allowedMethods: ["GET", "PUT", "POST", "HEAD"],
        allowedHeaders: ["*"],
        // A multipart upload is completed by naming the ETag of every part.
        exposeHeaders: ["ETag"],
        maxAgeSeconds: CORS_SECONDS,
      };
      new aws.s3.BucketCorsConfiguration(`${name}-cors`, { ...target, corsRules: [rule] }, mine);
    }

    this.name = versioning ? after(bucket.bucket, versioning) : bucket.bucket;
    this.arn = bucket.arn;
    this.regionalDomainName = bucket.bucketRegionalDomainName;
    this.registerOutputs({ name: this.name, arn: this.arn, regionalDomainName: this.regionalDomainName });
  }
}

function refuse(bucket: PhiBucket, { browserUpload, intelligentTiering }: PhiBucketArgs): void {
  const origins = browserUpload?.origins;
  if (origins?.length === 0)
    invalid(bucket, "browserUpload", "no origin is named", "Name one such as https://app.example.com, or leave it out");
  const loose = origins?.find((origin) => !ORIGIN.test(origin));
  if (loose !== undefined)
    invalid(bucket, "browserUpload", `"${loose}" is not one https origin`, "Write it like https://app.example.com");

  if (typeof intelligentTiering !== "object") return;
  const { archiveAfterDays } = intelligentTiering;
  if (!Number.isInteger(archiveAfterDays) || archiveAfterDays < TIER_DAYS.least || archiveAfterDays > TIER_DAYS.most) {
    const wrong = `S3 cannot archive after ${archiveAfterDays} days`;
    invalid(bucket, "intelligentTiering", wrong, `Use ${TIER_DAYS.least} to ${TIER_DAYS.most}`);
  }
}
