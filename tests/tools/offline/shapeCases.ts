import { ACCOUNT } from "./engine";

const HEX17 = "[0-9a-f]{17}";
const UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}";
const POOL = "us-east-1_[A-Za-z0-9]{9}";
const RDS = "[a-z0-9]{12}\\.us-east-1\\.rds\\.amazonaws\\.com";
const ELB = `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}`;

/** What a type's outputs look like: inputs, then each output's pattern. */
export const CASES: readonly (readonly [string, object, Record<string, string>])[] = [
  [
    "ec2/vpc:Vpc",
    { cidrBlock: "10.0.0.0/16" },
    {
      id: `vpc-${HEX17}`,
      arn: `arn:aws:ec2:us-east-1:${ACCOUNT}:vpc/vpc-${HEX17}`,
      defaultSecurityGroupId: `sg-${HEX17}`,
      mainRouteTableId: `rtb-${HEX17}`,
      ownerId: ACCOUNT,
    },
  ],
  ["ec2/subnet:Subnet", { availabilityZone: "us-east-1b" }, { id: `subnet-${HEX17}`, availabilityZoneId: "use1-az2" }],
  ["ec2/flowLog:FlowLog", {}, { id: `fl-${HEX17}` }],
  [
    "vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    {},
    { id: `sgr-${HEX17}`, securityGroupRuleId: `sgr-${HEX17}` },
  ],
  [
    "ec2/eip:Eip",
    {},
    { id: `eipalloc-${HEX17}`, allocationId: `eipalloc-${HEX17}`, publicIp: "198\\.18\\.\\d+\\.\\d+" },
  ],
  ["kms/key:Key", {}, { id: UUID, keyId: UUID, arn: `arn:aws:kms:us-east-1:${ACCOUNT}:key/${UUID}` }],
  ["kms/key:Key", { multiRegion: true }, { id: "mrk-[0-9a-f]{32}" }],
  [
    "kms/alias:Alias",
    { name: "alias/db", targetKeyId: "k-1" },
    { arn: "arn:aws:kms:.*:alias/db", targetKeyArn: ".*:key/k-1" },
  ],
  [
    "secretsmanager/secret:Secret",
    { name: "stripe" },
    { id: `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:stripe-[A-Za-z0-9]{6}` },
  ],
  [
    "iam/role:Role",
    { name: "task" },
    { id: "task", arn: `arn:aws:iam::${ACCOUNT}:role/task`, uniqueId: "AROA[A-Z0-9]{17}" },
  ],
  ["iam/role:Role", { name: "task", path: "/ci/" }, { arn: `arn:aws:iam::${ACCOUNT}:role/ci/task` }],
  [
    "iam/openIdConnectProvider:OpenIdConnectProvider",
    { url: "https://token.example.com" },
    { arn: `arn:aws:iam::${ACCOUNT}:oidc-provider/token\\.example\\.com` },
  ],
  [
    "s3/bucket:Bucket",
    { bucket: "files" },
    {
      id: "files",
      arn: "arn:aws:s3:::files",
      bucketDomainName: "files\\.s3\\.amazonaws\\.com",
      bucketRegionalDomainName: "files\\.s3\\.us-east-1\\.amazonaws\\.com",
      hostedZoneId: "Z3AQBSTGFJSTF",
    },
  ],
  ["s3/bucket:Bucket", { bucket: "dr", region: "us-west-2" }, { bucketRegionalDomainName: "dr\\.s3\\.us-west-2\\..*" }],
  ["s3/bucket:Bucket", { bucket: "gov", region: "us-gov-west-1" }, { arn: "arn:aws-us-gov:s3:::gov" }],
  [
    "rds/cluster:Cluster",
    { clusterIdentifier: "db", engine: "aurora-postgresql", engineVersion: "15" },
    {
      id: "db",
      arn: `arn:aws:rds:us-east-1:${ACCOUNT}:cluster:db`,
      endpoint: `db\\.cluster-${RDS}`,
      readerEndpoint: `db\\.cluster-ro-${RDS}`,
      clusterResourceId: "cluster-[A-Z0-9]{26}",
      engineVersionActual: "15\\.\\d+",
      port: "5432",
    },
  ],
  [
    "rds/clusterInstance:ClusterInstance",
    { identifier: "db-1" },
    { endpoint: `db-1\\.${RDS}`, dbiResourceId: "db-[A-Z0-9]{26}" },
  ],
  [
    "cloudfront/distribution:Distribution",
    {},
    {
      id: "E[A-Z0-9]{13}",
      arn: `arn:aws:cloudfront::${ACCOUNT}:distribution/E[A-Z0-9]{13}`,
      domainName: "d[a-z0-9]{13}\\.cloudfront\\.net",
      hostedZoneId: "Z2FDTNDATAQYW2",
    },
  ],
  ["cloudfront/originAccessControl:OriginAccessControl", {}, { id: "E[A-Z0-9]{13}" }],
  ["cloudfront/publicKey:PublicKey", {}, { id: "K[A-Z0-9]{13}" }],
  ["cloudfront/keyGroup:KeyGroup", {}, { id: UUID }],
  [
    "cognito/userPool:UserPool",
    {},
    {
      id: POOL,
      arn: `arn:aws:cognito-idp:us-east-1:${ACCOUNT}:userpool/${POOL}`,
      endpoint: `cognito-idp\\.us-east-1\\.amazonaws\\.com/${POOL}`,
    },
  ],
  ["cognito/userPoolClient:UserPoolClient", {}, { id: "[a-z0-9]{26}", clientSecret: "" }],
  ["cognito/identityPool:IdentityPool", {}, { id: `us-east-1:${UUID}` }],
  [
    "lb/loadBalancer:LoadBalancer",
    { name: "api", internal: true },
    {
      id: `${ELB}:loadbalancer/app/api/[0-9a-f]{16}`,
      arnSuffix: "app/api/[0-9a-f]{16}",
      dnsName: "internal-api-\\d{10}\\.us-east-1\\.elb\\.amazonaws\\.com",
      zoneId: "Z35SXDOTRQ7X7K",
    },
  ],
  [
    "lb/targetGroup:TargetGroup",
    { name: "api" },
    { arn: `${ELB}:targetgroup/api/[0-9a-f]{16}`, arnSuffix: "targetgroup/api/[0-9a-f]{16}" },
  ],
  [
    "lb/listener:Listener",
    { loadBalancerArn: `${ELB}:loadbalancer/app/api/0123` },
    { arn: `${ELB}:listener/app/api/0123/[0-9a-f]{16}` },
  ],
  [
    "lb/listenerRule:ListenerRule",
    { listenerArn: `${ELB}:listener/app/api/0/1` },
    { arn: `${ELB}:listener-rule/app/api/0/1/[0-9a-f]{16}` },
  ],
  [
    "ecr/repository:Repository",
    { name: "api" },
    { repositoryUrl: `${ACCOUNT}\\.dkr\\.ecr\\.us-east-1\\.amazonaws\\.com/api`, registryId: ACCOUNT },
  ],
  [
    "ecs/service:Service",
    { name: "api", cluster: `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/main` },
    { id: `arn:aws:ecs:us-east-1:${ACCOUNT}:service/main/api` },
  ],
  ["acm/certificateValidation:CertificateValidation", { certificateArn: "arn:c" }, { certificateArn: "arn:c" }],
  [
    "route53/record:Record",
    { zoneId: "Z1", name: "a.example.com", type: "A" },
    { id: "Z1_a.example.com_A", fqdn: "a.example.com" },
  ],
  ["sns/topic:Topic", { name: "alerts" }, { id: `arn:aws:sns:us-east-1:${ACCOUNT}:alerts` }],
  [
    "sqs/queue:Queue",
    { name: "jobs" },
    { id: `https://sqs\\.us-east-1\\.amazonaws\\.com/${ACCOUNT}/jobs`, arn: `arn:aws:sqs:us-east-1:${ACCOUNT}:jobs` },
  ],
  [
    "wafv2/webAcl:WebAcl",
    { name: "a", scope: "REGIONAL" },
    { arn: `arn:aws:wafv2:us-east-1:${ACCOUNT}:regional/webacl/a/${UUID}` },
  ],
  [
    "wafv2/webAcl:WebAcl",
    { name: "a", scope: "CLOUDFRONT" },
    { arn: `arn:aws:wafv2:us-east-1:${ACCOUNT}:global/webacl/a/${UUID}` },
  ],
  [
    "apigateway/restApi:RestApi",
    {},
    {
      id: "[a-z0-9]{10}",
      executionArn: `arn:aws:execute-api:us-east-1:${ACCOUNT}:[a-z0-9]{10}`,
      rootResourceId: "[a-z0-9]{10}",
    },
  ],
  [
    "apigateway/stage:Stage",
    { restApi: "abc", stageName: "v1" },
    {
      id: "ags-abc-v1",
      arn: "arn:aws:apigateway:us-east-1::/restapis/abc/stages/v1",
      invokeUrl: "https://abc\\.execute-api\\.us-east-1\\.amazonaws\\.com/v1",
    },
  ],
  ["amplify/app:App", {}, { defaultDomain: "d[a-z0-9]{13}\\.amplifyapp\\.com" }],
  [
    "cloudwatch/logGroup:LogGroup",
    { name: "/aws/x" },
    { id: "/aws/x", arn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/x` },
  ],
  [
    "quicksight/folder:Folder",
    { folderId: "f" },
    { arn: `arn:aws:quicksight:us-east-1:${ACCOUNT}:folder/x-[0-9a-f]{7}` },
  ],
];
