import { rule } from "../rule";
import { covers, stretched } from "../shared/document";
import { isEveryAction, judgesPermissions, PERMISSION_TYPES } from "../shared/permissions";

/** Services that hold patient data, the keys to it, the record of its use, or the rights to all of that. */
const SERVICES = [
  "s3",
  "kms",
  "iam",
  "sts",
  "secretsmanager",
  "ssm",
  "rds",
  "rds-data",
  "rds-db",
  "dynamodb",
  "elasticache",
  "es",
  "aoss",
  "redshift",
  "redshift-data",
  "redshift-serverless",
  "elasticfilesystem",
  "backup",
  "cognito-idp",
  "cognito-identity",
  "sqs",
  "sns",
  "kinesis",
  "firehose",
  "logs",
  "cloudtrail",
  "ec2",
  "ecs",
  "eks",
  "ecr",
  "lambda",
  "states",
  "glue",
  "athena",
  "lakeformation",
  "organizations",
  "sso",
  "account",
  "cloudformation",
  "cloudfront",
  "apigateway",
  "execute-api",
  "dms",
  "iot",
  "healthlake",
  "transcribe",
  "comprehendmedical",
  "bedrock",
  "guardduty",
  "config",
  "securityhub",
  "wafv2",
  "route53",
  "acm",
  "events",
  "scheduler",
  "ses",
];
/** In these the last part of an ARN names who may be called, so a wildcard action on one API or queue is still one thing. */
const CALLS = ["execute-api"];

export const iamServiceWildcard = rule({
  id: "iam-service-wildcard",
  title: "No policy allows every action of a service that holds data, keys or permissions",
  family: "access",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "List the actions that are used: a wildcard also allows deleting, sharing and changing policies",
  types: PERMISSION_TYPES,
  ...judgesPermissions(({ actions, resources }) => {
    const pattern = actions.find(
      (each) => !isEveryAction(each) && SERVICES.some((service) => covers(stretched(each), `${service}:zz9`)),
    );
    if (pattern === undefined) return undefined;
    const calls = CALLS.some((service) => covers(stretched(pattern), `${service}:zz9`));
    if (
      calls &&
      resources.length > 0 &&
      resources.every((each) => /^arn:[^:]*:[^:]*:[^:]*:\d{12}:[a-z0-9]+\//.test(each))
    )
      return undefined;
    return `allows ${pattern}, which is every action of that service`;
  }),
});
