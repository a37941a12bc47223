import { type Added, allow, document, KEY, one } from "./added";

const ROOT = allow({ Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "kms:*" });
const TASK = (definition: object) => ({
  family: "added",
  containerDefinitions: JSON.stringify([
    {
      name: "app",
      image: "x",
      readonlyRootFilesystem: true,
      user: "10001",
      logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "x" } },
      ...definition,
    },
  ]),
  executionRoleArn: "arn:aws:iam::111122223333:role/start",
  taskRoleArn: "arn:aws:iam::111122223333:role/run",
  networkMode: "awsvpc",
});
const safe = (what: string, type: string, inputs: Readonly<Record<string, unknown>>) => one("safe", what, type, inputs);

/** Unusual, and safe: each has been refused by some pack. */
export const SAFE: readonly Added[] = [
  safe("a listener that only redirects", "lb/listener:Listener", {
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
  }),
  safe("a listener for TLS 1.3 alone", "lb/listener:Listener", {
    loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/other/0123456789abcdef",
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
    certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/0f3c2a1b-4d5e-4f60-8a7b-9c0d1e2f3a4b",
    defaultActions: [{ type: "fixed-response" }],
  }),
  safe("a key whose policy names the account's root", "kms/key:Key", {
    enableKeyRotation: true,
    deletionWindowInDays: 30,
    policy: document(ROOT),
  }),
  safe("a key pair, which cannot rotate", "kms/key:Key", {
    keyUsage: "SIGN_VERIFY",
    customerMasterKeySpec: "RSA_2048",
    deletionWindowInDays: 30,
    policy: document(ROOT),
  }),
  safe("a bucket policy that denies everybody plain HTTP", "s3/bucketPolicy:BucketPolicy", {
    bucket: "other",
    policy: document({
      Effect: "Deny",
      Principal: "*",
      Action: "s3:*",
      Resource: ["arn:aws:s3:::other", "arn:aws:s3:::other/*"],
      Condition: { Bool: { "aws:SecureTransport": "false" } },
    }),
  }),
  safe("rights that know no resource", "iam/rolePolicy:RolePolicy", {
    role: "x",
    policy: document({
      Effect: "Allow",
      Action: ["ecr:GetAuthorizationToken", "ec2:DescribeSubnets", "xray:PutTraceSegments"],
      Resource: "*",
    }),
  }),
  safe("a service that takes a role for our account", "iam/role:Role", {
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { Service: "scheduler.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
    }),
  }),
  safe("a workflow of one environment of our repository", "iam/role:Role", {
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
      Action: "sts:AssumeRoleWithWebIdentity",
      Condition: {
        StringEquals: {
          "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
          "token.actions.githubusercontent.com:sub": "repo:example-clinic/api:environment:prod",
        },
      },
    }),
  }),
  safe("a public certificate in a parameter", "ssm/parameter:Parameter", {
    name: "/prod/public-key",
    type: "String",
    value: "-----BEGIN PUBLIC KEY-----\nMIIB\n-----END PUBLIC KEY-----",
  }),
  safe(
    "a secret by its ARN",
    "ecs/taskDefinition:TaskDefinition",
    TASK({
      secrets: [{ name: "STRIPE_KEY", valueFrom: "arn:aws:secretsmanager:us-east-1:111122223333:secret:stripe:key::" }],
    }),
  ),
  safe(
    "the ARN of a secret in the environment",
    "ecs/taskDefinition:TaskDefinition",
    TASK({
      environment: [
        { name: "SIGNING_SECRET_ARN", value: "arn:aws:secretsmanager:us-east-1:111122223333:secret:signing" },
      ],
    }),
  ),
  safe("a health check that anybody may ask", "apigateway/method:Method", {
    restApi: "x",
    resourceId: "x",
    httpMethod: "OPTIONS",
    authorization: "NONE",
  }),
  safe("a queue with our key", "sqs/queue:Queue", {
    name: "jobs",
    kmsMasterKeyId: KEY,
    messageRetentionSeconds: 345600,
    redrivePolicy: JSON.stringify({
      deadLetterTargetArn: "arn:aws:sqs:us-east-1:111122223333:dead",
      maxReceiveCount: 5,
    }),
  }),
  safe("a queue with SQS's own encryption off and our key", "sqs/queue:Queue", {
    name: "jobs2",
    kmsMasterKeyId: "alias/telehealth-prod-jobs",
  }),
  safe("a topic with our key", "sns/topic:Topic", { name: "news", kmsMasterKeyId: KEY }),
  safe("a log group for six years", "cloudwatch/logGroup:LogGroup", {
    kmsKeyId: KEY,
    retentionInDays: 2192,
    deletionProtectionEnabled: true,
  }),
  safe("a group for the office", "ec2/securityGroup:SecurityGroup", {
    description: "Office",
    vpcId: "vpc-1",
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["203.0.113.0/28"] }],
  }),
  safe("the group itself", "vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
    securityGroupId: "sg-1",
    referencedSecurityGroupId: "sg-1",
    ipProtocol: "-1",
  }),
  safe("a secret for which an operator writes the value", "secretsmanager/secret:Secret", {
    name: "telehealth-prod-vendor",
    kmsKeyId: KEY,
    recoveryWindowInDays: 30,
  }),
  safe("an e-mail subscription", "sns/topicSubscription:TopicSubscription", {
    topic: "arn:aws:sns:us-east-1:111122223333:x",
    protocol: "email",
    endpoint: "oncall@example.com",
  }),
  safe("a schedule", "scheduler/schedule:Schedule", {
    kmsKeyArn: KEY,
    flexibleTimeWindow: { mode: "OFF" },
    scheduleExpression: "rate(1 day)",
    target: { arn: "arn:aws:sqs:us-east-1:111122223333:jobs", roleArn: "arn:aws:iam::111122223333:role/x" },
  }),
  safe("a role that a person of our account takes with MFA", "iam/role:Role", {
    assumeRolePolicy: document({
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::111122223333:root" },
      Action: "sts:AssumeRole",
      Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } },
    }),
  }),
];
