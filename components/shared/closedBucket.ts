import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { invalid } from "./invalid";
import { policyDocument, type Statement } from "./policyDocument";
import { tlsOnly } from "./tlsOnly";
import { lifecycleRules, type Retention, retentionProblem } from "./lifecycle";

/** Three to 63 characters; no dots, which break TLS for virtual-hosted names: AWS, "Bucket naming rules". */
const BUCKET_NAME = /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const PRIVATE = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

export interface ClosedBucketSpec {
  readonly bucketName: string;
  readonly region: string | undefined;
  readonly encryption: aws.types.input.s3.BucketServerSideEncryptionConfigurationRule;
  readonly statements: pulumi.Input<pulumi.Input<Statement>[]>;
  readonly retention: Retention;
  /** Takes the access logs, in the bucket's region: 164.312(b). Undefined for a bucket that takes them itself. */
  readonly accessLogBucket: pulumi.Input<string> | undefined;
  readonly deletionProtection: boolean;
  /**
   * Keeps every version from being changed or deleted for so many days. Governance: a right of its own lifts it.
   * Compliance: nobody does, not even the root user. Needs versions. @default none
   */
  readonly objectLock?: { readonly mode: "GOVERNANCE" | "COMPLIANCE"; readonly days: number } | undefined;
}

/** Encryption with a key of ours: one KMS call for many objects instead of one each. */
export function withKey(
  kmsKeyArn: pulumi.Input<string>,
): aws.types.input.s3.BucketServerSideEncryptionConfigurationRule {
  return {
    applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: kmsKeyArn },
    bucketKeyEnabled: true,
  };
}

/** A bucket and the settings that have their own resource. */
export interface ClosedBucket {
  readonly bucket: aws.s3.Bucket;
  readonly policy: aws.s3.BucketPolicy;
  readonly versioning: aws.s3.BucketVersioning | undefined;
  /** What every further setting of the bucket begins with: a setting in another region than its bucket fails. */
  readonly target: { readonly bucket: pulumi.Output<string>; readonly region?: string };
}

/** What every bucket here is: never public, owned by us alone, encrypted, reached by TLS only. Children of `owner`. */
export function closedBucket(owner: pulumi.Resource, name: string, spec: ClosedBucketSpec): ClosedBucket {
  const { bucketName, region, encryption, statements, retention, accessLogBucket, deletionProtection, objectLock } =
    spec;
  if (!BUCKET_NAME.test(bucketName))
    invalid(owner, "bucketName", `"${bucketName}" is refused by S3`, "Use 3 to 63 of a-z, 0-9 and -");
  if (objectLock !== undefined && retention.keepNoncurrentDays === undefined)
    invalid(owner, "objectLock", "object lock needs versioning", "Set keepNoncurrentDays");
  const problem = retentionProblem(retention);
  if (problem) invalid(owner, ...problem);

  const mine = { parent: owner };
  const where = region === undefined ? {} : { region };
  const bucket = new aws.s3.Bucket(
    `${name}-bucket`,
    {
      bucket: bucketName,
      forceDestroy: !deletionProtection,
      ...(objectLock === undefined ? {} : { objectLockEnabled: true }),
      ...where,
    },
    { ...mine, protect: deletionProtection },
  );
  // Text, not an output: a preview can then judge the policy.
  const arn = `arn:aws:s3:::${bucketName}`;
  const target = { bucket: bucket.bucket, ...where };

  // One after the other: S3 answers two of these at a time with "conflicting conditional operation".
  const shut = new aws.s3.BucketPublicAccessBlock(`${name}-private`, { ...target, ...PRIVATE }, mine);
  const policy = new aws.s3.BucketPolicy(
    `${name}-policy`,
    { ...target, policy: policyDocument(pulumi.output(statements).apply((more) => [...tlsOnly(arn), ...more])) },
    { ...mine, dependsOn: shut },
  );
  new aws.s3.BucketOwnershipControls(
    `${name}-ownership`,
    { ...target, rule: { objectOwnership: "BucketOwnerEnforced" } },
    { ...mine, dependsOn: policy },
  );

  new aws.s3.BucketServerSideEncryptionConfiguration(`${name}-sse`, { ...target, rules: [encryption] }, mine);
  const versioning =
    retention.keepNoncurrentDays === undefined
      ? undefined
      : new aws.s3.BucketVersioning(
          `${name}-versions`,
          { ...target, versioningConfiguration: { status: "Enabled" } },
          mine,
        );
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    { ...target, rules: lifecycleRules(retention) },
    { ...mine, dependsOn: versioning ? [versioning] : [] },
  );
  if (objectLock !== undefined)
    new aws.s3.BucketObjectLockConfiguration(
      `${name}-lock`,
      { ...target, rule: { defaultRetention: { mode: objectLock.mode, days: objectLock.days } } },
      { ...mine, dependsOn: versioning ? [versioning] : [] },
    );
  if (accessLogBucket !== undefined)
    new aws.s3.BucketLogging(
      `${name}-logging`,
      { ...target, targetBucket: accessLogBucket, targetPrefix: `s3/${bucketName}/` },
      mine,
    );
  return { bucket, policy, versioning, target };
}
