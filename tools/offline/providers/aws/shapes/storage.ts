import type { Shape, Shapes } from "../template";

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
const ofBucket: Shape = { id: "{.bucket}" };

export const storageShapes: Shapes = {
  "s3/bucket:Bucket": {
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
  "s3/bucketPublicAccessBlock:BucketPublicAccessBlock": ofBucket,
  "s3/bucketPolicy:BucketPolicy": ofBucket,
  "s3/bucketOwnershipControls:BucketOwnershipControls": ofBucket,
  "s3/bucketVersioning:BucketVersioning": ofBucket,
  "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": ofBucket,
  "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": {
    ...ofBucket,
    transitionDefaultMinimumObjectSize: "all_storage_classes_128K",
  },
  "s3/bucketLogging:BucketLogging": ofBucket,
  "s3/bucketCorsConfiguration:BucketCorsConfiguration": ofBucket,
  "s3/bucketNotification:BucketNotification": ofBucket,
  "s3/bucketReplicationConfig:BucketReplicationConfig": ofBucket,
  "s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration": ofBucket,
  "s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": ofBucket,
  "s3/bucketAcl:BucketAcl": ofBucket,
  "s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration": {
    ...ofBucket,
    websiteDomain: "s3-website-{region}.{domain}",
    websiteEndpoint: "{.bucket}.s3-website-{region}.{domain}",
  },
  "s3/bucketRequestPaymentConfiguration:BucketRequestPaymentConfiguration": ofBucket,
  "s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration": { id: "{.bucket}:{name}" },
  "s3/bucketMetric:BucketMetric": { id: "{.bucket}:{name}" },
  "s3/inventory:Inventory": { id: "{.bucket}:{name}" },
  "s3/bucketObjectv2:BucketObjectv2": {
    id: "{.bucket}/{.key}",
    arn: "arn:{partition}:s3:::{.bucket}/{.key}",
    etag: "{hex32}",
    versionId: "{mixed32}",
    storageClass: "STANDARD",
    contentType: "application/octet-stream",
  },
  "s3/accountPublicAccessBlock:AccountPublicAccessBlock": { id: "{account}", accountId: "{account}" },
  "efs/fileSystem:FileSystem": {
    id: "fs-{hex17}",
    arn: "{arn:elasticfilesystem}file-system/{id}",
    dnsName: "{id}.efs.{region}.{domain}",
    ownerId: "{account}",
  },
  "efs/mountTarget:MountTarget": { id: "fsmt-{hex17}" },
  "efs/accessPoint:AccessPoint": { id: "fsap-{hex17}", arn: "{arn:elasticfilesystem}access-point/{id}" },
  "ecr/repository:Repository": {
    id: "{name}",
    arn: "{arn:ecr}repository/{name}",
    registryId: "{account}",
    repositoryUrl: "{account}.dkr.ecr.{region}.{domain}/{name}",
  },
  "ecr/lifecyclePolicy:LifecyclePolicy": { id: "{.repository}", registryId: "{account}" },
  "ecr/repositoryPolicy:RepositoryPolicy": { id: "{.repository}", registryId: "{account}" },
  "ecr/registryScanningConfiguration:RegistryScanningConfiguration": { id: "{account}", registryId: "{account}" },
  "ecr/replicationConfiguration:ReplicationConfiguration": { id: "{account}", registryId: "{account}" },
  "ecr/pullThroughCacheRule:PullThroughCacheRule": { id: "{.ecrRepositoryPrefix}", registryId: "{account}" },
};
