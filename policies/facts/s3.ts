import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:s3/bucket:Bucket": {
      holdsData: true,
      backedUp: true,
      named: [
        "bucket",
        /^(?!xn--|sthree-|\d+\.\d+\.\d+\.\d+$)(?!.*\.\.)(?!.*-s3alias$)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/,
        "3 to 63 lowercase letters, digits, hyphens and dots",
      ],
    },
    "aws:s3/directoryBucket:DirectoryBucket": { holdsData: true },
  },
  [
    "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
    "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
    "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "aws:s3/bucketLogging:BucketLogging",
    "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
    "aws:s3/bucketPolicy:BucketPolicy",
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
    "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
    "aws:s3/bucketVersioning:BucketVersioning",
  ],
);

export const METRICS: Dimensions = {
  "AWS/S3": {
    BucketName: subject(["bucket"], "aws:s3/bucket:Bucket"),
    SourceBucket: subject(["bucket"], "aws:s3/bucket:Bucket"),
    DestinationBucket: subject(["bucket"], "aws:s3/bucket:Bucket"),
    RuleId: ANY,
    StorageType: ANY,
    FilterId: ANY,
  },
};
