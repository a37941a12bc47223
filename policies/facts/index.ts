import * as accessanalyzer from "./accessanalyzer";
import * as acm from "./acm";
import * as amplify from "./amplify";
import * as apigateway from "./apigateway";
import * as apigatewayv2 from "./apigatewayv2";
import * as appautoscaling from "./appautoscaling";
import * as autoscaling from "./autoscaling";
import * as backup from "./backup";
import * as budgets from "./budgets";
import * as cfg from "./cfg";
import * as cloudfront from "./cloudfront";
import * as cloudtrail from "./cloudtrail";
import * as cloudwatch from "./cloudwatch";
import * as codebuild from "./codebuild";
import * as codeconnections from "./codeconnections";
import * as codepipeline from "./codepipeline";
import * as codestarnotifications from "./codestarnotifications";
import * as cognito from "./cognito";
import * as costexplorer from "./costexplorer";
import * as dax from "./dax";
import * as docdb from "./docdb";
import * as dsql from "./dsql";
import * as dynamodb from "./dynamodb";
import * as ebs from "./ebs";
import * as ec2 from "./ec2";
import * as ecr from "./ecr";
import * as ecs from "./ecs";
import * as efs from "./efs";
import * as eks from "./eks";
import * as elasticache from "./elasticache";
import * as elasticsearch from "./elasticsearch";
import * as fsx from "./fsx";
import * as guardduty from "./guardduty";
import * as iam from "./iam";
import * as inspector2 from "./inspector2";
import * as keyspaces from "./keyspaces";
import * as kms from "./kms";
import * as lambda from "./lambda";
import * as lb from "./lb";
import * as lightsail from "./lightsail";
import * as memorydb from "./memorydb";
import * as mq from "./mq";
import * as msk from "./msk";
import * as neptune from "./neptune";
import * as neptunegraph from "./neptunegraph";
import * as opensearch from "./opensearch";
import * as qldb from "./qldb";
import * as rds from "./rds";
import * as redshift from "./redshift";
import * as redshiftserverless from "./redshiftserverless";
import * as route53 from "./route53";
import * as s3 from "./s3";
import * as s3tables from "./s3tables";
import * as sagemaker from "./sagemaker";
import * as scheduler from "./scheduler";
import * as secretsmanager from "./secretsmanager";
import * as securityhub from "./securityhub";
import * as sfn from "./sfn";
import * as sns from "./sns";
import * as sqs from "./sqs";
import * as ssm from "./ssm";
import * as timestreamwrite from "./timestreamwrite";
import * as vpc from "./vpc";
import * as wafv2 from "./wafv2";
import type { Dimensions, Facts } from "./facts";

const SERVICES = [
  accessanalyzer,
  acm,
  amplify,
  apigateway,
  apigatewayv2,
  appautoscaling,
  autoscaling,
  backup,
  budgets,
  cfg,
  cloudfront,
  cloudtrail,
  cloudwatch,
  codebuild,
  codeconnections,
  codepipeline,
  codestarnotifications,
  cognito,
  costexplorer,
  dax,
  docdb,
  dsql,
  dynamodb,
  ebs,
  ec2,
  ecr,
  ecs,
  efs,
  eks,
  elasticache,
  elasticsearch,
  fsx,
  guardduty,
  iam,
  inspector2,
  keyspaces,
  kms,
  lambda,
  lb,
  lightsail,
  memorydb,
  mq,
  msk,
  neptune,
  neptunegraph,
  opensearch,
  qldb,
  rds,
  redshift,
  redshiftserverless,
  route53,
  s3,
  s3tables,
  sagemaker,
  scheduler,
  secretsmanager,
  securityhub,
  sfn,
  sns,
  sqs,
  ssm,
  timestreamwrite,
  vpc,
  wafv2,
] as const;

const FACTS = collected(SERVICES.map(({ TYPES }) => TYPES));

export const factsOf = (type: string): Facts | undefined => FACTS.get(type);

/** Every type of which something is so. */
export const typesThat = (is: (facts: Facts) => boolean): readonly string[] =>
  [...FACTS].filter(([, facts]) => is(facts)).map(([type]) => type);

/** What holds data that no deployment can make again. */
export const HOLDS_DATA = typesThat(({ holdsData }) => holdsData === true);

/**
 * A metric alarm with any other dimension waits for data for ever. Namespaces that are not listed are not judged.
 */
export const ALARM_SUBJECTS: Dimensions = Object.fromEntries(
  SERVICES.flatMap((service) => ("METRICS" in service ? Object.entries(service.METRICS) : [])),
);

/** Each type stands in one file: of two that name it, nobody would know which counts. */
export function collected(services: readonly ReadonlyMap<string, Facts>[]): ReadonlyMap<string, Facts> {
  const found = new Map<string, Facts>();
  for (const [type, facts] of services.flatMap((service) => [...service])) {
    if (found.has(type)) throw new Error(`policies/facts has ${type} twice.`);
    found.set(type, facts);
  }
  return found;
}
