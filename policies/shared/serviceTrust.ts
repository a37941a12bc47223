import { UNKNOWN, type Value } from "../engine/value";
import type { Field } from "../engine/field";
import { isBlock, listOf, readDocument, textsOf } from "./document";

/**
 * What a service of AWS tells IAM of itself when it takes a role that was handed to it. A trust policy that asks for a key
 * which is not sent lets the service in never: at best the deployment fails, at worst a log stays empty. Recorded on
 * 2026-11-30 from AWS's pages and, where these are silent, from public reports and from code that AWS publishes.
 */
export interface Sent {
  /**
   * Keys that are documented, empty where the service's page names none. `never`: it has been shown, or the page says, that
   * none is sent.
   */
  readonly sends: readonly string[] | "never";
  readonly source: string;
}

/** The keys that a trust policy can ask a service for. */
const ASKED = ["aws:SourceArn", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceOrgPaths", "sts:ExternalId"];

const BOTH = ["aws:SourceAccount", "aws:SourceArn"];

/** By the service's name before `.amazonaws.com`. */
const SENT_BY: Readonly<Record<string, Sent>> = {
  "access-analyzer": {
    sends: [],
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html",
  },
  "access-grants.s3": {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-grants-location-register.html",
  },
  aiops: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Investigations-GetStarted-Group.html",
  },
  "airflow-env": {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/mwaa/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  amplify: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/amplify/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  apigateway: { sends: [], source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html" },
  appconfig: { sends: [], source: "https://docs.aws.amazon.com/appconfig/latest/userguide/" },
  appflow: { sends: [], source: "https://docs.aws.amazon.com/appflow/latest/userguide/" },
  appstream: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/appstream2/latest/developerguide/example-confused-deputy.html",
  },
  appsync: { sends: BOTH, source: "https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html" },
  athena: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/athena/latest/ug/notebooks-spark-troubleshooting-workgroups.html",
  },
  autoscaling: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/cross-service-confused-deputy-prevention.html",
  },
  backup: { sends: [], source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/iam-service-roles.html" },
  batch: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/batch/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  "batchoperations.s3": {
    sends: [],
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-iam-role-policies.html",
  },
  bedrock: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/bedrock/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  budgets: {
    sends: [],
    source: "https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-action-role.html",
  },
  "build.apprunner": { sends: [], source: "https://docs.aws.amazon.com/apprunner/latest/dg/" },
  cloudformation: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs-self-managed.html",
  },
  "cloudformation.sync.codeconnections": {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/git-sync-prereq.html",
  },
  cloudfront: {
    sends: ["aws:SourceAccount"],
    source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html",
  },
  cloudtrail: { sends: "never", source: "https://github.com/prowler-cloud/prowler/issues/4714" },
  codebuild: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/codebuild/latest/userguide/setting-up-service-role.html",
  },
  codedeploy: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/codedeploy/latest/userguide/security_confused_deputy.html",
  },
  codepipeline: { sends: [], source: "https://github.com/awslabs/aws-deployment-framework/blob/main/src/template.yml" },
  "cognito-idp": {
    sends: ["aws:SourceAccount", "aws:SourceArn", "sts:ExternalId"],
    source: "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-sms-settings.html",
  },
  "cognito-sync": { sends: BOTH, source: "https://docs.aws.amazon.com/cognito/latest/developerguide/push-sync.html" },
  comprehend: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/comprehend/latest/dg/cross-service-confused-deputy-prevention.html",
  },
  config: { sends: BOTH, source: "https://docs.aws.amazon.com/config/latest/developerguide/iamrole-permissions.html" },
  "credentials.deadline": { sends: BOTH, source: "https://docs.aws.amazon.com/deadline-cloud/latest/userguide/" },
  "credentials.iot": {
    sends: [],
    source: "https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html",
  },
  datasync: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/datasync/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  dax: {
    sends: [],
    source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.access-control.html",
  },
  "delivery.logs": {
    sends: [],
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-CWL.html",
  },
  "directoryservice.rds": {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/oracle-kerberos-setting-up.html",
  },
  dlm: { sends: BOTH, source: "https://docs.aws.amazon.com/ebs/latest/userguide/service-role.html" },
  dms: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/dms/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  "dms-fleet-advisor": { sends: [], source: "https://docs.aws.amazon.com/dms/latest/userguide/fa-resources.html" },
  "drt.shield": { sends: [], source: "https://docs.aws.amazon.com/waf/latest/developerguide/" },
  ec2: { sends: "never", source: "https://github.com/prowler-cloud/prowler/issues/2810" },
  ecs: {
    sends: [],
    source:
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AmazonECSInfrastructureRolePolicyForLoadBalancers.html",
  },
  "ecs-tasks": {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
  },
  edgelambda: {
    sends: [],
    source: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html",
  },
  eks: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/eks/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  "eks-fargate-pods": {
    sends: ["aws:SourceArn"],
    source: "https://docs.aws.amazon.com/eks/latest/userguide/pod-execution-role.html",
  },
  elasticbeanstalk: {
    sends: ["sts:ExternalId"],
    source: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/iam-servicerole.html",
  },
  elasticmapreduce: { sends: BOTH, source: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html" },
  elastictranscoder: { sends: "never", source: "https://github.com/prowler-cloud/prowler/issues/4714" },
  es: {
    sends: BOTH,
    source:
      "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cross-service-confused-deputy-prevention.html",
  },
  events: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  "export.rds": {
    sends: [],
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-export-snapshot-setup.html",
  },
  firehose: {
    sends: ["sts:ExternalId"],
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CreateFirehoseStream.html",
  },
  fis: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/fis/latest/userguide/getting-started-iam-service-role.html",
  },
  forecast: { sends: BOTH, source: "https://docs.aws.amazon.com/forecast/latest/dg/aws-forecast-iam-roles.html" },
  glue: { sends: [], source: "https://docs.aws.amazon.com/glue/latest/dg/create-an-iam-role.html" },
  grafana: { sends: [], source: "https://docs.aws.amazon.com/grafana/latest/userguide/AMG-manage-permissions.html" },
  greengrass: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/greengrass/v2/developerguide/greengrass-service-role.html",
  },
  "hooks.cloudformation": {
    sends: BOTH,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  },
  iot: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/iot/latest/developerguide/cross-service-confused-deputy-prevention.html",
  },
  iotdeviceadvisor: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/iot/latest/developerguide/security-best-practices.html",
  },
  iotevents: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/iotevents/latest/developerguide/cross-service-confused-deputy-prevention.html",
  },
  iotfleethub: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/iot/latest/fleethubuserguide/cross-service-confused-deputy-prevention.html",
  },
  iotsitewise: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/iot-sitewise/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  iotwireless: { sends: [], source: "https://docs.aws.amazon.com/iot-wireless/latest/developerguide/" },
  kafkaconnect: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/cross-service-confused-deputy-prevention.html",
  },
  kendra: { sends: BOTH, source: "https://docs.aws.amazon.com/kendra/latest/dg/iam-roles.html" },
  kinesisanalytics: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/kinesisanalytics/latest/dev/iam-cross-service-confused-deputy-prevention.html",
  },
  lakeformation: {
    sends: [],
    source: "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-federation.html",
  },
  lambda: { sends: [], source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html" },
  logs: {
    sends: ["aws:SourceArn"],
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html",
  },
  "malware-protection-plan.guardduty": {
    sends: BOTH,
    source:
      "https://github.com/awslabs/landing-zone-accelerator-on-aws/blob/main/source/packages/@aws-accelerator/accelerator/lib/stacks/security-guardduty-malware-stack.ts",
  },
  mediaconvert: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/mediaconvert/latest/ug/cross-service-confused-deputy-prevention.html",
  },
  medialive: { sends: [], source: "https://docs.aws.amazon.com/medialive/latest/ug/" },
  mediatailor: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/mediatailor/latest/ug/cross-service-confused-deputy-prevention.html",
  },
  "messaging.chime": { sends: [], source: "https://docs.aws.amazon.com/chime-sdk/latest/dg/create-service-role.html" },
  "monitor.iotsitewise": {
    sends: [],
    source: "https://docs.aws.amazon.com/iot-sitewise/latest/userguide/monitor-service-role.html",
  },
  "monitoring.rds": {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html",
  },
  opensearchservice: {
    sends: [],
    source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html",
  },
  "osis-pipelines": {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/pipeline-domain-access.html",
  },
  personalize: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/personalize/latest/dg/cross-service-confused-deputy-prevention.html",
  },
  pinpoint: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/pinpoint/latest/developerguide/permissions-streams.html",
  },
  pipes: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  "pods.eks": { sends: [], source: "https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html" },
  proton: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/proton/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  "pullthroughcache.ecr": { sends: [], source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/" },
  q: { sends: BOTH, source: "https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/" },
  qbusiness: { sends: BOTH, source: "https://docs.aws.amazon.com/amazonq/latest/qbusiness-ug/" },
  rds: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  },
  redshift: {
    sends: ["sts:ExternalId"],
    source: "https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html",
  },
  rekognition: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/rekognition/latest/dg/cross-service-confused-deputy-prevention.html",
  },
  "replication.s3tables": { sends: [], source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/" },
  "resources.cloudformation": {
    sends: BOTH,
    source:
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  },
  "restore-testing.backup": {
    sends: "never",
    source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html",
  },
  s3: {
    sends: [],
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/setting-repl-config-perm-overview.html",
  },
  "s3-outposts": {
    sends: [],
    source: "https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/outposts-replication-prerequisites-config.html",
  },
  sagemaker: {
    sends: ["aws:SourceArn"],
    source: "https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html",
  },
  scheduler: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html",
  },
  "scheduler.redshift": {
    sends: [],
    source: "https://docs.aws.amazon.com/redshift/latest/mgmt/redshift-iam-access-control-identity-based.html",
  },
  servicecatalog: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/servicecatalog/latest/adminguide/constraints-launch.html",
  },
  ses: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/ses/latest/dg/event-publishing-add-event-destination-firehose.html",
  },
  spotfleet: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-fleet-prerequisites.html",
  },
  ssm: {
    sends: BOTH,
    source:
      "https://docs.aws.amazon.com/systems-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  "ssm-incidents": {
    sends: ["aws:SourceArn"],
    source:
      "https://docs.aws.amazon.com/incident-manager/latest/userguide/cross-service-confused-deputy-prevention.html",
  },
  states: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/step-functions/latest/dg/procedure-create-iam-role.html",
  },
  storagegateway: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/filegateway/latest/files3/cross-service-confused-deputy-prevention.html",
  },
  "streams.metrics.cloudwatch": {
    sends: [],
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-metric-streams-trustpolicy.html",
  },
  supportapp: { sends: [], source: "https://docs.aws.amazon.com/awssupport/latest/user/" },
  synthetics: {
    sends: "never",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_Roles.html",
  },
  textract: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/textract/latest/dg/cross-service-confused-deputy-prevention.html",
  },
  transcribe: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/transcribe/latest/dg/security_iam_id-based-policy-examples.html",
  },
  transfer: { sends: BOTH, source: "https://docs.aws.amazon.com/transfer/latest/userguide/confused-deputy.html" },
  translate: { sends: BOTH, source: "https://docs.aws.amazon.com/translate/latest/dg/async-prereqs.html" },
  voiceid: {
    sends: BOTH,
    source: "https://docs.aws.amazon.com/connect/latest/adminguide/cross-service-confused-deputy-prevention.html",
  },
  "vpc-flow-logs": { sends: BOTH, source: "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html" },
};

/** A service and a key that the trust policy lets it in with only. */
export interface Asked {
  readonly service: string;
  readonly key: string;
  readonly sent: Sent;
}

/** Operators that fail where the key is not sent. */
const DEMANDS = /^(foranyvalue:)?(string(equals|equalsignorecase|like)|arn(equals|like)|null)$/i;

/** What a role's trust policy asks services for that the table knows. Nothing while the policy is unknown. */
export function keysAskedOf(trust: Field): Asked[] {
  const document = readDocument(trust.value);
  if (document.state !== "read") return [];
  return document.statements.flatMap((statement) => {
    const principal = statement["Principal"];
    if (statement["Effect"] !== "Allow" || !isBlock(principal)) return [];
    const keys = demandedKeys(statement["Condition"]);
    return textsOf(principal["Service"]).flatMap((service) => {
      const sent = SENT_BY[service.replace(/\.amazonaws\.com$/, "")];
      return sent === undefined ? [] : keys.map((key) => ({ service, key, sent }));
    });
  });
}

function demandedKeys(condition: Value | undefined): string[] {
  if (!isBlock(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]: [string, Value]) => {
    if (!DEMANDS.test(operator) || !isBlock(keys)) return [];
    const isNull = /^null$/i.test(operator);
    return ASKED.filter((asked) =>
      Object.entries(keys).some(
        ([key, values]: [string, Value]) =>
          key.toLowerCase() === asked.toLowerCase() &&
          (!isNull || listOf(values).some((each) => each === UNKNOWN || each === false || each === "false")),
      ),
    );
  });
}
