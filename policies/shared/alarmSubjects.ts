/** Whose name a dimension carries: the types, and the properties that hold it. None: AWS's own words, such as a rule's. */
export interface Subject {
  readonly types: readonly string[];
  readonly properties: readonly string[];
}

const subject = (properties: readonly string[], ...types: readonly string[]): Subject => ({ types, properties });
const FREE = subject([]);

const ECS = {
  ClusterName: subject(["name"], "aws:ecs/cluster:Cluster"),
  ServiceName: subject(["name"], "aws:ecs/service:Service"),
  TaskDefinitionFamily: subject(["family"], "aws:ecs/taskDefinition:TaskDefinition"),
};
const LOAD_BALANCER = subject(["arnSuffix"], "aws:lb/loadBalancer:LoadBalancer");
const API = "aws:apigateway/restApi:RestApi";

/**
 * The dimensions that each namespace publishes: a metric alarm with any other waits for data for ever. From the
 * monitoring page of each service's guide; namespaces that are not listed are not judged.
 */
export const ALARM_SUBJECTS: Readonly<Record<string, Readonly<Record<string, Subject>>>> = {
  "AWS/RDS": {
    DBClusterIdentifier: subject(["clusterIdentifier"], "aws:rds/cluster:Cluster"),
    DBInstanceIdentifier: subject(
      ["identifier"],
      "aws:rds/clusterInstance:ClusterInstance",
      "aws:rds/instance:Instance",
    ),
    ProxyName: subject(["name"], "aws:rds/proxy:Proxy"),
    Role: FREE,
    DatabaseClass: FREE,
    EngineName: FREE,
    SourceRegion: FREE,
    DbClusterIdentifier: subject(["clusterIdentifier"], "aws:rds/cluster:Cluster"),
    Target: FREE,
    TargetGroup: FREE,
    TargetRole: FREE,
  },
  "AWS/ECS": ECS,
  "ECS/ContainerInsights": ECS,
  "AWS/ApplicationELB": {
    LoadBalancer: LOAD_BALANCER,
    TargetGroup: subject(["arnSuffix"], "aws:lb/targetGroup:TargetGroup"),
    AvailabilityZone: FREE,
  },
  "AWS/NetworkELB": {
    LoadBalancer: LOAD_BALANCER,
    TargetGroup: subject(["arnSuffix"], "aws:lb/targetGroup:TargetGroup"),
    AvailabilityZone: FREE,
  },
  "AWS/ApiGateway": {
    ApiName: subject(["name"], API),
    ApiId: subject(["id"], "aws:apigatewayv2/api:Api"),
    Stage: subject(["stageName", "name"], "aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"),
    Method: FREE,
    Resource: FREE,
    Route: FREE,
  },
  "AWS/CloudFront": { DistributionId: subject(["id"], "aws:cloudfront/distribution:Distribution"), Region: FREE },
  "AWS/WAFV2": {
    WebACL: subject(["visibilityConfig.metricName", "name"], "aws:wafv2/webAcl:WebAcl"),
    Region: FREE,
    Rule: FREE,
    ManagedRuleGroup: FREE,
    RuleGroup: FREE,
    LabelName: FREE,
    LabelNamespace: FREE,
    Country: FREE,
    Attack: FREE,
    Device: FREE,
    ResourceType: FREE,
    Resource: FREE,
  },
  "AWS/Cognito": {
    UserPool: subject(["id"], "aws:cognito/userPool:UserPool"),
    UserPoolClient: subject(["id"], "aws:cognito/userPoolClient:UserPoolClient"),
    IdentityProvider: FREE,
    UserPoolId: subject(["id"], "aws:cognito/userPool:UserPool"),
    Operation: FREE,
    RiskLevel: FREE,
  },
  "AWS/SQS": { QueueName: subject(["name"], "aws:sqs/queue:Queue") },
  "AWS/SNS": { TopicName: subject(["name"], "aws:sns/topic:Topic"), PhoneNumber: FREE, SMSType: FREE, Country: FREE },
  "AWS/Lambda": {
    FunctionName: subject(["name"], "aws:lambda/function:Function"),
    Resource: FREE,
    ExecutedVersion: FREE,
    EventSourceMappingUUID: FREE,
  },
  "AWS/NATGateway": { NatGatewayId: subject(["id"], "aws:ec2/natGateway:NatGateway") },
  "AWS/Events": { RuleName: subject(["name"], "aws:cloudwatch/eventRule:EventRule"), EventBusName: FREE },
  "AWS/Scheduler": { ScheduleGroup: subject(["name"], "aws:scheduler/scheduleGroup:ScheduleGroup") },
  "AWS/Backup": {
    BackupVaultName: subject(["name"], "aws:backup/vault:Vault"),
    ResourceType: FREE,
  },
  "AWS/CertificateManager": {
    CertificateArn: subject(
      ["arn", "certificateArn"],
      "aws:acm/certificate:Certificate",
      "aws:acm/certificateValidation:CertificateValidation",
    ),
  },
  "AWS/DynamoDB": {
    TableName: subject(["name"], "aws:dynamodb/table:Table"),
    Operation: FREE,
    GlobalSecondaryIndexName: FREE,
  },
};
