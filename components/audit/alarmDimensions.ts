import type { AlarmRow } from "../shared/alarmRow";
import { EDGE_REGION } from "../shared/edgeRegion";

/** Metrics of one service that are published under the same set of dimensions. */
interface Published {
  readonly namespace: string;
  readonly metrics: readonly string[];
  readonly names: readonly string[];
  /** The page of AWS's documentation that says so. */
  readonly page: string;
  /** The only region that has them. @default every one */
  readonly onlyIn?: string;
}

const AURORA = "Aurora User Guide, Amazon CloudWatch dimensions for Aurora";
const BALANCER = "Elastic Load Balancing, CloudWatch metrics for your Application Load Balancer";
const COGNITO = "Cognito Developer Guide, User pool metrics in CloudWatch";
const FIREWALL = "AWS WAF Developer Guide, AWS WAF metrics and dimensions";

/**
 * Under a set that a service does not publish an alarm waits for ever: AWS adds nothing up. Of those it does publish,
 * these say what we watch: not all services of a cluster in one sum, nor an instance whose role a failover swaps.
 */
export const METRIC_DIMENSIONS: readonly Published[] = [
  {
    namespace: "AWS/RDS",
    metrics: ["ACUUtilization", "CPUUtilization", "DatabaseConnections", "Deadlocks", "FreeableMemory"],
    names: ["DBClusterIdentifier", "Role"],
    page: AURORA,
  },
  {
    namespace: "AWS/RDS",
    metrics: ["AuroraReplicaLagMaximum", "MaximumUsedTransactionIDs"],
    names: ["DBClusterIdentifier"],
    page: AURORA,
  },
  {
    namespace: "AWS/RDS",
    metrics: ["ClientConnectionsSetupFailedAuth", "DatabaseConnectionsBorrowLatency", "DatabaseConnectionsSetupFailed"],
    names: ["ProxyName"],
    page: "RDS User Guide, Monitoring RDS Proxy metrics with Amazon CloudWatch",
  },
  {
    namespace: "AWS/ECS",
    metrics: ["CPUUtilization", "MemoryUtilization"],
    names: ["ClusterName", "ServiceName"],
    page: "ECS Developer Guide, Amazon ECS CloudWatch metrics",
  },
  {
    namespace: "ECS/ContainerInsights",
    metrics: ["RunningTaskCount"],
    names: ["ClusterName", "ServiceName"],
    page: "CloudWatch User Guide, Amazon ECS Container Insights metrics",
  },
  {
    namespace: "AWS/ApplicationELB",
    metrics: [
      "ClientTLSNegotiationErrorCount",
      "HTTPCode_ELB_5XX_Count",
      "HTTPCode_Target_5XX_Count",
      "RejectedConnectionCount",
      "RequestCount",
      "TargetResponseTime",
    ],
    names: ["LoadBalancer"],
    page: BALANCER,
  },
  {
    namespace: "AWS/ApplicationELB",
    metrics: ["UnHealthyHostCount"],
    names: ["LoadBalancer", "TargetGroup"],
    page: BALANCER,
  },
  {
    namespace: "AWS/ApiGateway",
    metrics: ["4XXError", "5XXError", "Count", "Latency"],
    names: ["ApiName", "Stage"],
    page: "API Gateway Developer Guide, Amazon API Gateway dimensions and metrics",
  },
  {
    namespace: "AWS/CloudFront",
    metrics: ["4xxErrorRate", "5xxErrorRate", "Requests"],
    names: ["DistributionId", "Region"],
    page: "CloudFront Developer Guide, Types of metrics for CloudFront",
    onlyIn: EDGE_REGION,
  },
  {
    namespace: "AWS/AmplifyHosting",
    metrics: ["5xxErrors"],
    names: ["App"],
    page: "Amplify Hosting User Guide, Monitoring an application with CloudWatch",
  },
  {
    namespace: "AWS/WAFV2",
    metrics: ["BlockedRequests"],
    names: ["Region", "Rule", "WebACL"],
    page: FIREWALL,
  },
  // Firewalls of CloudFront and Amplify.
  {
    namespace: "AWS/WAFV2",
    metrics: ["BlockedRequests"],
    names: ["Rule", "WebACL"],
    page: FIREWALL,
    onlyIn: EDGE_REGION,
  },
  {
    namespace: "AWS/Cognito",
    metrics: ["SignInSuccesses", "SignInThrottles", "TokenRefreshThrottles"],
    names: ["UserPool", "UserPoolClient"],
    page: COGNITO,
  },
  {
    namespace: "AWS/Cognito",
    metrics: ["AccountTakeoverRisk", "CompromisedCredentialRisk"],
    names: ["Operation", "RiskLevel", "UserPoolId"],
    page: "Cognito Developer Guide, Viewing threat protection metrics",
  },
  {
    namespace: "AWS/CertificateManager",
    metrics: ["DaysToExpiry"],
    names: ["CertificateArn"],
    page: "ACM User Guide, Supported CloudWatch metrics",
  },
  {
    namespace: "AWS/SQS",
    metrics: ["ApproximateAgeOfOldestMessage", "ApproximateNumberOfMessagesVisible"],
    names: ["QueueName"],
    page: "SQS Developer Guide, Available CloudWatch metrics for Amazon SQS",
  },
  {
    namespace: "AWS/SNS",
    metrics: ["NumberOfNotificationsFailed"],
    names: ["TopicName"],
    page: "SNS Developer Guide, Monitoring Amazon SNS topics using CloudWatch",
  },
  {
    namespace: "AWS/Lambda",
    metrics: ["Errors", "Throttles"],
    names: ["FunctionName"],
    page: "Lambda Developer Guide, Types of metrics for Lambda functions",
  },
  {
    namespace: "AWS/NATGateway",
    metrics: ["BytesOutToDestination", "ErrorPortAllocation", "PacketsDropCount"],
    names: ["NatGatewayId"],
    page: "VPC User Guide, NAT gateway metrics and dimensions",
  },
  {
    namespace: "AWS/Scheduler",
    metrics: ["InvocationDroppedCount"],
    names: ["ScheduleGroup"],
    page: "EventBridge Scheduler User Guide, Monitoring with Amazon CloudWatch",
  },
  {
    namespace: "AWS/Backup",
    metrics: ["NumberOfBackupJobsCompleted", "NumberOfBackupJobsFailed"],
    names: ["BackupVaultName"],
    page: "AWS Backup Developer Guide, AWS Backup metrics with Amazon CloudWatch",
  },
  {
    namespace: "AWS/S3",
    metrics: ["OperationsFailedReplication"],
    names: ["DestinationBucket", "RuleId", "SourceBucket"],
    page: "S3 User Guide, Amazon S3 metrics and dimensions",
  },
  {
    namespace: "AWS/Logs",
    metrics: ["IncomingLogEvents"],
    names: ["LogGroupName"],
    page: "CloudWatch Logs User Guide, Monitoring with CloudWatch metrics",
  },
];

/** What keeps a row from watching what it means to in that region, and what to write; undefined when all is well. */
export function dimensionProblem(
  { namespace, metric, dimensions }: Pick<AlarmRow, "namespace" | "metric" | "dimensions">,
  region: string,
): readonly [wrong: string, fix: string] | undefined {
  const known = METRIC_DIMENSIONS.filter(
    (published) => published.namespace === namespace && published.metrics.includes(metric),
  );
  if (known.length === 0)
    return [`${namespace} ${metric} is not in METRIC_DIMENSIONS`, "Add it there from the service's guide"];
  const given = listed(Object.keys(dimensions));
  const found = known.find(({ names }) => listed(names) === given);
  if (found === undefined) {
    const fix = known.map(({ names, page }) => `${listed(names)} (${page})`).join(" or ");
    return [`${metric} is not watched under ${given === "" ? "no dimension" : given}`, `Use ${fix}`];
  }
  if (found.onlyIn === undefined || found.onlyIn === region) return undefined;
  return [`${metric} under ${given} has no data in ${region}`, `Put it in ${found.onlyIn}`];
}

const listed = (names: readonly string[]) => names.toSorted().join(", ");
