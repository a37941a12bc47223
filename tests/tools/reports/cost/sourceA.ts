import { part, type Part } from "./stack";

/** Source A's table, USD a month: baseline, 2,000 users, 10,000 users (requirements.md, "A, monthly cost in USD"). */
export const TABLE = {
  "VPC and NAT": [35, 35, 35],
  Aurora: [43, 90, 200],
  S3: [10, 40, 90],
  CloudFront: [15, 30, 60],
  Cognito: [15, 20, 35],
  "API Gateway": [15, 30, 60],
  "Secrets Manager": [2, 2, 2],
  CloudWatch: [8, 15, 25],
} as const;
export const TOTALS = [143, 262, 507] as const;

/**
 * What that table counts, with the settings that source A names. It deployed a reader as well, but 43 USD are half an
 * ACU once: the table has no reader. `READER` adds it.
 */
export const ARCHITECTURE: readonly Part[] = [
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

export const READER = part(
  "rds/clusterInstance:ClusterInstance",
  "database-2",
  { instanceClass: "db.serverless", promotionTier: 2 },
  { clusterIdentifier: ["database"] },
);
