import { made, others } from "./entry";
import { ACCOUNT_SETTING, FREE, NO_METRIC } from "./reasons";
import { CALL, USES_NEW_ROLE } from "./seconds";

/** The zones that S3's own host names are in, by region: Amazon S3 endpoints, AWS General Reference. */
const S3_ZONES: Readonly<Record<string, string>> = {
  "us-east-1": "Z3AQBSTGFJSTF",
  "us-east-2": "Z2O1EMRO9K5GLX",
  "us-west-1": "Z2F56UZL2M1ACD",
  "us-west-2": "Z3BJ6K6RIION7M",
  "ca-central-1": "Z1QDHH18159H29",
  "eu-central-1": "Z21DNDUVLTQW6Q",
  "eu-west-1": "Z1BKCTXD74EZPE",
};

/** The configurations of a bucket are known by the bucket's name. */
const ofBucket = { id: "{.bucket}" };

export const MADE = made({
  "s3/bucket:Bucket": {
    price: "priced",
    seconds: [2, 4, 20],
    outputs: {
      id: "{name}",
      arn: "arn:{partition}:s3:::{id}",
      bucketDomainName: "{id}.s3.{domain}",
      bucketRegionalDomainName: "{id}.s3.{region}.{domain}",
      bucketRegion: "{region}",
      hostedZoneId: (bucket) => S3_ZONES[bucket.region] ?? "Z3AQBSTGFJSTF",
      objectLockEnabled: false,
      requestPayer: "BucketOwner",
      websiteDomain: "",
      websiteEndpoint: "",
      accelerationStatus: "",
    },
    replacedBy: "bucket bucketPrefix objectLockEnabled",
    named: { property: "bucket", max: 63, pattern: /^[a-z0-9][a-z0-9.-]+[a-z0-9]$/ },
    drawn: "box",
    alarms: "restore",
  },
  "s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
    price: FREE.rights,
    seconds: CALL,
    outputs: ofBucket,
    replacedBy: "bucket",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketPolicy:BucketPolicy": {
    price: FREE.rights,
    seconds: CALL,
    outputs: ofBucket,
    replacedBy: "bucket",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketOwnershipControls:BucketOwnershipControls": {
    price: FREE.setting,
    seconds: CALL,
    outputs: ofBucket,
    replacedBy: "bucket",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketVersioning:BucketVersioning": {
    price: FREE.setting,
    seconds: [1, 3, 20],
    outputs: ofBucket,
    replacedBy: "bucket expectedBucketOwner",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": {
    price: FREE.setting,
    seconds: CALL,
    outputs: ofBucket,
    replacedBy: "bucket expectedBucketOwner",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    price: FREE.setting,
    seconds: [8, 25, 60],
    outputs: {
      ...ofBucket,
      transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
    },
    replacedBy: "bucket expectedBucketOwner",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketLogging:BucketLogging": {
    price: FREE.setting,
    seconds: CALL,
    outputs: ofBucket,
    replacedBy: "bucket expectedBucketOwner",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketCorsConfiguration:BucketCorsConfiguration": {
    price: FREE.setting,
    seconds: CALL,
    outputs: ofBucket,
    replacedBy: "bucket expectedBucketOwner",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketReplicationConfig:BucketReplicationConfig": {
    price: "priced",
    seconds: USES_NEW_ROLE,
    outputs: ofBucket,
    replacedBy: "bucket",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": {
    price: FREE.setting,
    seconds: [1, 2, 20],
    outputs: ofBucket,
    replacedBy: "bucket expectedBucketOwner objectLockEnabled",
    partOf: "s3/bucket:Bucket",
  },
  "s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": {
    price: FREE.setting,
    seconds: CALL,
    outputs: { id: "{.bucket}:{name}" },
    replacedBy: "bucket name",
    partOf: "s3/bucket:Bucket",
  },
  "s3/accountPublicAccessBlock:AccountPublicAccessBlock": {
    price: FREE.rights,
    seconds: CALL,
    outputs: { id: "{account}", accountId: "{account}" },
    replacedBy: "accountId",
    drawn: ACCOUNT_SETTING,
    alarms: NO_METRIC,
  },
});

export const OTHERS = others({
  "s3/bucketNotification:BucketNotification": { outputs: ofBucket, replacedBy: "bucket" },
  "s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": { outputs: ofBucket },
  "s3/bucketAcl:BucketAcl": { outputs: ofBucket },
  "s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": {
    outputs: {
      ...ofBucket,
      websiteDomain: "s3-website-{region}.{domain}",
      websiteEndpoint: "{.bucket}.s3-website-{region}.{domain}",
    },
    replacedBy: "bucket expectedBucketOwner",
  },
  "s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration": { outputs: ofBucket },
  "s3/bucketMetric:BucketMetric": { outputs: { id: "{.bucket}:{name}" } },
  "s3/inventory:Inventory": { outputs: { id: "{.bucket}:{name}" } },
  "s3/bucketObjectv2:BucketObjectv2": {
    outputs: {
      id: "{.bucket}/{.key}",
      arn: "arn:{partition}:s3:::{.bucket}/{.key}",
      etag: "{hex32}",
      versionId: "{mixed32}",
      storageClass: "STANDARD",
      contentType: "application/octet-stream",
    },
    replacedBy: "bucket key",
  },
});
