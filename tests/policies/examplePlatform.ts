import { type Given, LATER, LATER_LIST } from "./runner";

const statement = (more: object) => ({ Effect: "Allow", Action: "*", Resource: "*", ...more });
const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
const ROOT = statement({ Principal: { AWS: "arn:aws:iam::111122223333:root" } });
const TLS_ONLY = statement({ Effect: "Deny", Principal: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } });
const PRIVATE = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };

const made = (
  type: string,
  name: string,
  props: Given["props"],
  from: Given["from"] = {},
  opts: Given["opts"] = {},
): Given => ({
  type: `aws:${type}`,
  name,
  props,
  from,
  opts,
});

/** A bucket with its configuration, as @pulumi/aws 7 writes it: everything beside it, tied by an unknown id. */
function bucket(name: string, byDefault: object, key: Given["from"] = {}): Given[] {
  const of = { bucket: [name] };
  return [
    made("s3/bucket:Bucket", name, { bucket: `telehealth-${name}`, forceDestroy: false }, {}, { protect: true }),
    made("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", `${name}-private`, { bucket: LATER, ...PRIVATE }, of),
    made(
      "s3/bucketOwnershipControls:BucketOwnershipControls",
      `${name}-owner`,
      { bucket: LATER, rule: { objectOwnership: "BucketOwnerEnforced" } },
      of,
    ),
    made(
      "s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
      `${name}-sse`,
      { bucket: LATER, rules: [{ applyServerSideEncryptionByDefault: byDefault, bucketKeyEnabled: true }] },
      { ...of, ...key },
    ),
    made("s3/bucketPolicy:BucketPolicy", `${name}-policy`, { bucket: LATER, policy: document(TLS_ONLY) }, of),
  ];
}

const OURS = { sseAlgorithm: "aws:kms", kmsMasterKeyId: LATER };
const KEY_PROPS = { enableKeyRotation: true, deletionWindowInDays: 30, multiRegion: false };
const subnet = (name: string) =>
  made("ec2/subnet:Subnet", name, { vpcId: LATER, cidrBlock: "10.0.0.0/24", mapPublicIpOnLaunch: false });
const toSubnet = (name: string, table: string) =>
  made(
    "ec2/routeTableAssociation:RouteTableAssociation",
    `${name}-${table}`,
    { subnetId: LATER, routeTableId: LATER },
    { subnetId: [name], routeTableId: [table] },
  );
const way = (table: string, gateway: string, property: string) =>
  made(
    "ec2/route:Route",
    `${table}-out`,
    { routeTableId: LATER, destinationCidrBlock: "0.0.0.0/0", [property]: LATER },
    { routeTableId: [table], [property]: [gateway] },
  );

/** The platform as a preview of its first deployment shows it: safe, and with all that is not known yet unknown. */
export const examplePlatform: readonly Given[] = [
  made("ec2/internetGateway:InternetGateway", "igw", {}),
  made("ec2/eip:Eip", "nat-ip", { domain: "vpc" }),
  made("ec2/natGateway:NatGateway", "nat", { allocationId: LATER, subnetId: LATER }),
  ...["public", "private", "isolated"].flatMap((kind) => [
    subnet(kind),
    made("ec2/routeTable:RouteTable", `${kind}-table`, { vpcId: LATER }),
    toSubnet(kind, `${kind}-table`),
  ]),
  way("public-table", "igw", "gatewayId"),
  way("private-table", "nat", "natGatewayId"),
  made("ec2/defaultSecurityGroup:DefaultSecurityGroup", "closed", { vpcId: LATER }),

  made("kms/key:Key", "key", KEY_PROPS, {}, { protect: true }),
  made("kms/keyPolicy:KeyPolicy", "key-policy", { keyId: LATER, policy: document(ROOT) }, { keyId: ["key"] }),
  made("cloudwatch/logGroup:LogGroup", "flow-logs", { kmsKeyId: LATER, retentionInDays: 365 }, { kmsKeyId: ["key"] }),

  ...bucket("files", OURS, { rules: ["key"] }),
  ...bucket("videos", OURS, { rules: ["key"] }),
  ...bucket("logs", { sseAlgorithm: "AES256" }),
  made(
    "s3/bucketVersioning:BucketVersioning",
    "videos-versions",
    { bucket: LATER, versioningConfiguration: { status: "Enabled" } },
    { bucket: ["videos"] },
  ),
  made(
    "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    "videos-life",
    { bucket: LATER, rules: [{ id: "keep", status: "Enabled", expiration: { days: 2192 } }] },
    { bucket: ["videos"] },
  ),
  made(
    "s3/bucketLogging:BucketLogging",
    "files-logging",
    { bucket: LATER, targetBucket: LATER, targetPrefix: "s3/" },
    { bucket: ["files"], targetBucket: ["logs"] },
  ),
  made(
    "s3/bucketLogging:BucketLogging",
    "videos-logging",
    { bucket: LATER, targetBucket: LATER, targetPrefix: "s3/" },
    { bucket: ["videos"], targetBucket: ["logs"] },
  ),
  made(
    "s3/bucketVersioning:BucketVersioning",
    "files-versions",
    { bucket: LATER, versioningConfiguration: { status: "Enabled" } },
    { bucket: ["files"] },
  ),

  made("ec2/securityGroup:SecurityGroup", "web", { vpcId: LATER, description: "Web" }),
  made(
    "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "web-443",
    { securityGroupId: LATER, ipProtocol: "tcp", fromPort: 443, toPort: 443, cidrIpv4: "0.0.0.0/0" },
    { securityGroupId: ["web"] },
  ),
  made(
    "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "web-80",
    { securityGroupId: LATER, ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "0.0.0.0/0" },
    { securityGroupId: ["web"] },
  ),
  made(
    "lb/loadBalancer:LoadBalancer",
    "alb",
    {
      securityGroups: [LATER],
      subnets: LATER_LIST,
      enableDeletionProtection: true,
      dropInvalidHeaderFields: true,
      accessLogs: { bucket: LATER, enabled: true },
    },
    { securityGroups: ["web"], accessLogs: ["logs"] },
  ),
  made("ec2/securityGroup:SecurityGroup", "tasks", { vpcId: LATER }),
  made(
    "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "tasks-8000",
    { securityGroupId: LATER, ipProtocol: "tcp", fromPort: 8000, toPort: 8000, referencedSecurityGroupId: LATER },
    { securityGroupId: ["tasks"], referencedSecurityGroupId: ["web"] },
  ),
  made(
    "ecs/cluster:Cluster",
    "cluster",
    {
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: LATER,
          logging: "OVERRIDE",
          logConfiguration: { cloudWatchLogGroupName: LATER, cloudWatchEncryptionEnabled: true },
        },
      },
    },
    { configuration: ["key"] },
  ),
  made(
    "ecs/service:Service",
    "api",
    { networkConfiguration: { assignPublicIp: false, securityGroups: [LATER], subnets: [LATER] } },
    { networkConfiguration: ["tasks", "private"] },
    { ignoreChanges: ["desiredCount"] },
  ),
  made(
    "ecr/repository:Repository",
    "images",
    {
      imageTagMutability: "IMMUTABLE",
      imageScanningConfiguration: { scanOnPush: true },
      encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: LATER }],
      forceDelete: false,
    },
    { encryptionConfigurations: ["key"] },
    { protect: true },
  ),

  made("rds/subnetGroup:SubnetGroup", "db-subnets", { subnetIds: [LATER] }, { subnetIds: ["isolated"] }),
  made(
    "rds/cluster:Cluster",
    "db",
    {
      engine: "aurora-postgresql",
      dbClusterParameterGroupName: LATER,
      storageEncrypted: true,
      kmsKeyId: LATER,
      manageMasterUserPassword: true,
      masterUserSecretKmsKeyId: LATER,
      deletionProtection: true,
      skipFinalSnapshot: false,
      finalSnapshotIdentifier: "telehealth-final",
      backupRetentionPeriod: 30,
      deleteAutomatedBackups: false,
      enabledCloudwatchLogsExports: ["postgresql"],
    },
    { kmsKeyId: ["key"], masterUserSecretKmsKeyId: ["key"] },
    { protect: true, ignoreChanges: ["engineVersion"] },
  ),
  made(
    "rds/clusterInstance:ClusterInstance",
    "db-writer",
    {
      clusterIdentifier: LATER,
      publiclyAccessible: false,
      performanceInsightsEnabled: true,
      performanceInsightsKmsKeyId: LATER,
    },
    { clusterIdentifier: ["db"], performanceInsightsKmsKeyId: ["key"] },
  ),
  made(
    "rds/clusterInstance:ClusterInstance",
    "db-reader",
    { clusterIdentifier: LATER, performanceInsightsEnabled: true, performanceInsightsKmsKeyId: LATER },
    { clusterIdentifier: ["db"], performanceInsightsKmsKeyId: ["key"] },
  ),
  made(
    "secretsmanager/secret:Secret",
    "stripe",
    { kmsKeyId: LATER, recoveryWindowInDays: 30 },
    { kmsKeyId: ["key"] },
    { protect: true },
  ),

  made("cloudfront/originAccessControl:OriginAccessControl", "oac", {
    originAccessControlOriginType: "s3",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  }),
  made(
    "cloudfront/distribution:Distribution",
    "cdn",
    {
      origins: [{ originId: "videos", domainName: LATER, originAccessControlId: LATER }],
      defaultCacheBehavior: { targetOriginId: "videos", trustedKeyGroups: [LATER], viewerProtocolPolicy: "https-only" },
      aliases: ["video.example.com"],
      viewerCertificate: {
        acmCertificateArn: LATER,
        sslSupportMethod: "sni-only",
        minimumProtocolVersion: "TLSv1.2_2021",
      },
      webAclId: LATER,
    },
    { origins: ["videos", "oac"] },
  ),
  made(
    "cloudwatch/logDeliverySource:LogDeliverySource",
    "cdn-requests",
    { logType: "ACCESS_LOGS", resourceArn: LATER },
    { resourceArn: ["cdn"] },
  ),
  made(
    "cognito/userPool:UserPool",
    "users",
    {
      deletionProtection: "ACTIVE",
      mfaConfiguration: "ON",
      softwareTokenMfaConfiguration: { enabled: true },
      adminCreateUserConfig: { allowAdminCreateUserOnly: true },
      passwordPolicy: {
        minimumLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireNumbers: true,
        requireSymbols: true,
      },
    },
    {},
    { protect: true, ignoreChanges: ["schemas"] },
  ),
  ...["alb", "users"].map((name) =>
    made(
      "wafv2/webAclAssociation:WebAclAssociation",
      `${name}-firewall`,
      { resourceArn: LATER, webAclArn: LATER },
      { resourceArn: [name] },
    ),
  ),
  made("backup/restoreTestingPlan:RestoreTestingPlan", "trials", {}),
  made("backup/plan:Plan", "daily", { rules: [{ ruleName: "daily", schedule: "cron(0 5 * * ? *)" }] }),
  made(
    "backup/selection:Selection",
    "everything",
    { planId: LATER, resources: [LATER, LATER, LATER] },
    { planId: ["daily"], resources: ["db", "files", "videos"] },
  ),
  made(
    "cognito/identityPool:IdentityPool",
    "identities",
    { identityPoolName: "telehealth", allowUnauthenticatedIdentities: false },
    {},
    { protect: true },
  ),
  made("iam/role:Role", "task-role", {
    assumeRolePolicy: document(
      statement({ Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }),
    ),
  }),
];
