import { type Added, allow, document, KEY, one } from "./added";

const PG = {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  storageEncrypted: true,
  kmsKeyId: KEY,
  deletionProtection: true,
  backupRetentionPeriod: 14,
  skipFinalSnapshot: false,
  manageMasterUserPassword: true,
};
const TASK = (...environment: object[]) => ({
  family: "added",
  containerDefinitions: JSON.stringify([{ name: "app", image: "x", environment }]),
});

/** What a tired colleague writes, in the types the platform has and in those it has not. */
export const UNSAFE: readonly Added[] = [
  one("encryption-at-rest", "a database without encryption", "rds/instance:Instance", {
    ...PG,
    storageEncrypted: false,
  }),
  one("encryption-at-rest", "a database with AWS's own key", "rds/instance:Instance", {
    ...PG,
    kmsKeyId: "alias/aws/rds",
  }),
  one("encryption-at-rest", "a table with AWS's key", "dynamodb/table:Table", {
    name: "visits",
    hashKey: "id",
    attributes: [],
    pointInTimeRecovery: { enabled: true },
    deletionProtectionEnabled: true,
  }),
  one("encryption-at-rest", "a queue with nothing said", "sqs/queue:Queue", { name: "jobs" }),
  one("encryption-at-rest", "a topic with nothing said", "sns/topic:Topic", { name: "news" }),
  one("encryption-at-rest", "a file system in the clear", "efs/fileSystem:FileSystem", { encrypted: false }),
  one("encryption-at-rest", "a cache in the clear", "elasticache/replicationGroup:ReplicationGroup", {
    description: "x",
    transitEncryptionEnabled: true,
    automaticFailoverEnabled: true,
  }),
  one("encryption-at-rest", "a search domain in the clear", "opensearch/domain:Domain", {
    vpcOptions: { subnetIds: ["subnet-1"] },
    domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
    nodeToNodeEncryption: { enabled: true },
  }),
  one("encryption-at-rest", "a disk in the clear", "ebs/volume:Volume", { availabilityZone: "us-east-1a", size: 10 }),
  one("encryption-at-rest", "a stream in the clear", "kinesis/stream:Stream", { shardCount: 1 }),
  one("encryption-at-rest", "a data warehouse in the clear", "redshift/cluster:Cluster", {
    clusterIdentifier: "x",
    nodeType: "ra3.large",
    encrypted: "false",
    skipFinalSnapshot: false,
    finalSnapshotIdentifier: "x",
  }),
  one("encryption-at-rest", "a function's environment without a key", "lambda/function:Function", {
    role: "arn:aws:iam::111122223333:role/x",
    environment: { variables: { CLINIC: "one" } },
  }),
  one("encryption-at-rest", "a secret with AWS's key", "secretsmanager/secret:Secret", { name: "vendor" }),
  one("encryption-at-rest", "a log group without a key", "cloudwatch/logGroup:LogGroup", {
    retentionInDays: 365,
    deletionProtectionEnabled: true,
  }),
  one("public-access", "a bucket without anything", "s3/bucket:Bucket", { bucket: "telehealth-prod-exports" }),
  one("public-access", "a bucket by its old token", "s3/bucketV2:BucketV2", { bucket: "telehealth-prod-exports" }),
  one("public-access", "a database on the internet", "rds/instance:Instance", { ...PG, publiclyAccessible: true }),
  one("public-access", "a function that anybody calls", "lambda/functionUrl:FunctionUrl", {
    functionName: "x",
    authorizationType: "NONE",
  }),
  one("public-access", "a shared snapshot", "ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", {
    snapshotId: "snap-1",
    accountId: "all",
  }),
  one("public-access", "SSH from everywhere", "ec2/securityGroup:SecurityGroup", {
    ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
  }),
  one("public-access", "the database from two halves of the world", "ec2/securityGroup:SecurityGroup", {
    ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] }],
  }),
  one("public-access", "every port over IPv6", "vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
    securityGroupId: "sg-1",
    ipProtocol: "-1",
    cidrIpv6: "::/0",
  }),
  one("public-access", "a queue for everybody", "sqs/queuePolicy:QueuePolicy", {
    queueUrl: "x",
    policy: document(allow({ Principal: "*", Action: "sqs:SendMessage" })),
  }),
  one("public-access", "a key for everybody", "kms/key:Key", {
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: document(allow({ Principal: { AWS: "*" }, Action: "kms:Decrypt" })),
  }),
  one("public-access", "images for everybody", "ecr/repositoryPolicy:RepositoryPolicy", {
    repository: "x",
    policy: document(allow({ Principal: "*", Action: "ecr:*" })),
  }),
  one("public-access", "a bucket policy with NotPrincipal", "s3/bucketPolicy:BucketPolicy", {
    bucket: "other",
    policy: document({
      Effect: "Allow",
      NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "s3:GetObject",
      Resource: "*",
    }),
  }),
  one("deletion-protection", "a database that may go", "rds/cluster:Cluster", {
    engine: "aurora-postgresql",
    storageEncrypted: true,
    kmsKeyId: KEY,
    backupRetentionPeriod: 14,
    skipFinalSnapshot: false,
    manageMasterUserPassword: true,
  }),
  one("deletion-protection", "a database without a last snapshot", "rds/instance:Instance", {
    ...PG,
    skipFinalSnapshot: true,
  }),
  one("deletion-protection", "a user pool that may go", "cognito/userPool:UserPool", {
    name: "staff",
    mfaConfiguration: "ON",
  }),
  one("deletion-protection", "a bucket that is emptied", "s3/bucket:Bucket", {
    bucket: "telehealth-prod-exports",
    forceDestroy: true,
  }),
  one(
    "deletion-protection",
    "a table without protect",
    "dynamodb/table:Table",
    {
      name: "visits",
      hashKey: "id",
      serverSideEncryption: { enabled: true, kmsKeyArn: KEY },
      pointInTimeRecovery: { enabled: true },
      deletionProtectionEnabled: true,
    },
    { protect: false },
  ),
  one("backup", "a table that is in no plan", "dynamodb/table:Table", {
    name: "visits",
    hashKey: "id",
    serverSideEncryption: { enabled: true, kmsKeyArn: KEY },
    pointInTimeRecovery: { enabled: true },
    deletionProtectionEnabled: true,
  }),
  one("backup", "a file system that is in no plan", "efs/fileSystem:FileSystem", { encrypted: true, kmsKeyId: KEY }),
  one("access", "an administrator", "iam/rolePolicyAttachment:RolePolicyAttachment", {
    role: "x",
    policyArn: "arn:aws:iam::aws:policy/AdministratorAccess",
  }),
  one("access", "everything, spelled out", "iam/policy:Policy", {
    policy: document(allow({ Action: ["s3:*", "kms:*", "secretsmanager:*"] })),
  }),
  one("access", "everything but IAM", "iam/policy:Policy", {
    policy: document({ Effect: "Allow", NotAction: "iam:*", Resource: "*" }),
  }),
  one("access", "the right to become anybody", "iam/rolePolicy:RolePolicy", {
    role: "x",
    policy: document(allow({ Action: ["iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"] })),
  }),
  one("access", "a role for any workflow of anybody", "iam/role:Role", {
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
    }),
  }),
  one("access", "a role for another account", "iam/role:Role", {
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::444455556666:root" },
      Action: "sts:AssumeRole",
    }),
  }),
  one("access", "a key of a person", "iam/accessKey:AccessKey", { user: "deploy" }),
  one(
    "secrets",
    "a password in a task",
    "ecs/taskDefinition:TaskDefinition",
    TASK({ name: "DATABASE_PASSWORD", value: "correct-horse-1" }),
  ),
  one(
    "secrets",
    "a URL with a password",
    "ecs/taskDefinition:TaskDefinition",
    TASK({ name: "DATABASE_URL", value: "postgres://app:correct-horse-1@db/ehr" }),
  ),
  one("secrets", "a vendor's key in a function", "lambda/function:Function", {
    kmsKeyArn: KEY,
    environment: { variables: { STRIPE_KEY: "sk_live_51H8abcdefghijklmnopqrst" } },
  }),
  one("secrets", "a token in a parameter", "ssm/parameter:Parameter", {
    name: "/prod/twilio/auth_token",
    type: "String",
    value: "0123456789abcdef0123456789abcdef",
  }),
  one("secrets", "a password in a build", "codebuild/project:Project", {
    encryptionKey: KEY,
    environment: { environmentVariables: [{ name: "NPM_TOKEN", value: "npm_abcdefghijklmnopqrstuvwxyz0123456789" }] },
  }),
  one("secrets", "a master password by value", "rds/cluster:Cluster", {
    engine: "aurora-postgresql",
    storageEncrypted: true,
    kmsKeyId: KEY,
    deletionProtection: true,
    backupRetentionPeriod: 14,
    skipFinalSnapshot: false,
    masterUsername: "postgres",
    masterPassword: "correct-horse-1",
  }),
  one("encryption-in-transit", "a listener without TLS", "lb/listener:Listener", {
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "forward" }],
  }),
  one("encryption-in-transit", "the same by its old token", "alb/listener:Listener", {
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "forward" }],
  }),
  one(
    "encryption-in-transit",
    "a database that takes plain connections",
    "rds/clusterParameterGroup:ClusterParameterGroup",
    { family: "aurora-postgresql15", parameters: [{ name: "rds.force_ssl", value: "0" }] },
  ),
  one(
    "encryption-in-transit",
    "a task that does not look at certificates",
    "ecs/taskDefinition:TaskDefinition",
    TASK({ name: "NODE_TLS_REJECT_UNAUTHORIZED", value: "0" }),
  ),
  one("identity", "a method that anybody calls", "apigateway/method:Method", {
    restApi: "x",
    resourceId: "x",
    httpMethod: "GET",
    authorization: "NONE",
  }),
  one("identity", "a pool that anybody joins", "cognito/userPool:UserPool", {
    deletionProtection: "ACTIVE",
    mfaConfiguration: "ON",
    softwareTokenMfaConfiguration: { enabled: true },
  }),
  one("logging", "logs for a day", "cloudwatch/logGroup:LogGroup", {
    kmsKeyId: KEY,
    retentionInDays: 1,
    deletionProtectionEnabled: true,
  }),
  one("phi-in-logs", "bodies in the log", "apigateway/methodSettings:MethodSettings", {
    restApi: "x",
    stageName: "x",
    methodPath: "*/*",
    settings: { dataTraceEnabled: true, throttlingRateLimit: 10, throttlingBurstLimit: 10, loggingLevel: "INFO" },
  }),
];
