import { collected } from "./collected";
import type { Entry, Other } from "./entry";
import * as accessanalyzer from "./accessanalyzer";
import * as acm from "./acm";
import * as amplify from "./amplify";
import * as apigateway from "./apigateway";
import * as apigatewayv2 from "./apigatewayv2";
import * as appautoscaling from "./appautoscaling";
import * as backup from "./backup";
import * as budgets from "./budgets";
import * as cfg from "./cfg";
import * as cloudfront from "./cloudfront";
import * as cloudtrail from "./cloudtrail";
import * as cloudwatch from "./cloudwatch";
import * as codebuild from "./codebuild";
import * as codecommit from "./codecommit";
import * as codeconnections from "./codeconnections";
import * as codedeploy from "./codedeploy";
import * as codepipeline from "./codepipeline";
import * as codestarnotifications from "./codestarnotifications";
import * as cognito from "./cognito";
import * as costexplorer from "./costexplorer";
import * as cur from "./cur";
import * as docdb from "./docdb";
import * as dynamodb from "./dynamodb";
import * as ebs from "./ebs";
import * as ec2 from "./ec2";
import * as ec2Others from "./ec2Others";
import * as ecr from "./ecr";
import * as ecs from "./ecs";
import * as efs from "./efs";
import * as elasticache from "./elasticache";
import * as fis from "./fis";
import * as guardduty from "./guardduty";
import * as iam from "./iam";
import * as inspector2 from "./inspector2";
import * as kinesis from "./kinesis";
import * as kms from "./kms";
import * as lambda from "./lambda";
import * as lb from "./lb";
import * as macie2 from "./macie2";
import * as neptune from "./neptune";
import * as rds from "./rds";
import * as resiliencehub from "./resiliencehub";
import * as route53 from "./route53";
import * as s3 from "./s3";
import * as scheduler from "./scheduler";
import * as secretsmanager from "./secretsmanager";
import * as securityhub from "./securityhub";
import * as ses from "./ses";
import * as sesv2 from "./sesv2";
import * as sfn from "./sfn";
import * as sns from "./sns";
import * as sqs from "./sqs";
import * as ssm from "./ssm";
import * as vpc from "./vpc";
import * as wafv2 from "./wafv2";

/** Every room. */
const ROOMS = [
  accessanalyzer,
  acm,
  amplify,
  apigateway,
  apigatewayv2,
  appautoscaling,
  backup,
  budgets,
  cfg,
  cloudfront,
  cloudtrail,
  cloudwatch,
  codebuild,
  codecommit,
  codeconnections,
  codedeploy,
  codepipeline,
  codestarnotifications,
  cognito,
  costexplorer,
  cur,
  docdb,
  dynamodb,
  ebs,
  ec2,
  ec2Others,
  ecr,
  ecs,
  efs,
  elasticache,
  fis,
  guardduty,
  iam,
  inspector2,
  kinesis,
  kms,
  lambda,
  lb,
  macie2,
  neptune,
  rds,
  resiliencehub,
  route53,
  s3,
  scheduler,
  secretsmanager,
  securityhub,
  ses,
  sesv2,
  sfn,
  sns,
  sqs,
  ssm,
  vpc,
  wafv2,
] as const;

type Priced<R> = R extends unknown
  ? { [K in keyof R]: R[K] extends { readonly price: "priced" } ? K : never }[keyof R]
  : never;
type Section<R, N extends string> = R extends Readonly<Record<N, infer S>> ? S : never;
type Made = Section<(typeof ROOMS)[number], "MADE">;
type Others = Section<(typeof ROOMS)[number], "OTHERS">;

/** A type that has a price, without `aws:`. */
export type PricedType = Priced<Made | Others>;

const ENTRIES = collected<Entry>(ROOMS.flatMap((room) => ("MADE" in room ? [room.MADE] : [])));
const ALL = collected<Entry | Other>(
  ROOMS.flatMap((room) => [...("MADE" in room ? [room.MADE] : []), ...("OTHERS" in room ? [room.OTHERS] : [])]),
);

/** Every type that the program makes, without `aws:`, and what is known of it. */
export const entries = (): ReadonlyMap<string, Entry> => ENTRIES;

/** The table of one thing that the catalogue knows, by type without `aws:`. */
export function tableOf<T>(read: (known: Entry | Other) => T | undefined): Readonly<Record<string, T>> {
  const found: Record<string, T> = {};
  for (const [type, known] of ALL) {
    const value = read(known);
    if (value !== undefined) found[type] = value;
  }
  return found;
}
