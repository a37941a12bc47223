import { part, type Part } from "./stack";

/** The least that a telehealth platform has: sign-in, an API, a database with one instance, files and recordings. */
export const SMALL_PLATFORM: readonly Part[] = [
  part("ec2/eip:Eip", "nat-address"),
  part("ec2/natGateway:NatGateway", "nat"),
  part("rds/cluster:Cluster", "database", {
    backupRetentionPeriod: 30,
    serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 8 },
  }),
  part(
    "rds/clusterInstance:ClusterInstance",
    "database-1",
    { instanceClass: "db.serverless", promotionTier: 0 },
    { clusterIdentifier: ["database"] },
  ),
  part("secretsmanager/secret:Secret", "database-password"),
  part("s3/bucket:Bucket", "files"),
  part(
    "s3/bucketVersioning:BucketVersioning",
    "files-versions",
    { versioningConfiguration: { status: "Enabled" } },
    { bucket: ["files"] },
  ),
  part(
    "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "files-lifecycle",
    { rules: [{ status: "Enabled", noncurrentVersionExpiration: { noncurrentDays: 30 } }] },
    { bucket: ["files"] },
  ),
  part("s3/bucket:Bucket", "videos"),
  part(
    "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "videos-lifecycle",
    {
      rules: [{ status: "Enabled", expiration: { days: 365 }, transitions: [{ days: 90, storageClass: "GLACIER" }] }],
    },
    { bucket: ["videos"] },
  ),
  part("cloudfront/distribution:Distribution", "cdn", {}, { origins: ["videos"] }),
  part("cognito/userPool:UserPool", "users", { smsConfiguration: { externalId: "users" } }),
  part("apigateway/restApi:RestApi", "api"),
  part("apigateway/stage:Stage", "api-prod", {}, { restApi: ["api"] }),
  part("cloudwatch/logGroup:LogGroup", "api-log", { name: "API-Gateway-Execution-Logs_a1/prod", retentionInDays: 365 }),
  part("cloudwatch/logGroup:LogGroup", "database-log", {
    name: "/aws/rds/cluster/database/postgresql",
    retentionInDays: 365,
  }),
];

/** A second instance, for reading. */
export const READER = part(
  "rds/clusterInstance:ClusterInstance",
  "database-2",
  { instanceClass: "db.serverless", promotionTier: 2 },
  { clusterIdentifier: ["database"] },
);
