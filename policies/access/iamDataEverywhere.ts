import { rule } from "../rule";
import { allowedEverywhere, judgesPermissions, PERMISSION_TYPES } from "../shared/permissions";
import { isBoundBy } from "../shared/specific";

/** What reads, hands out or destroys records or the keys to them, and knows single resources in IAM. */
const ACTIONS = [
  "kms:Decrypt",
  "kms:ReEncryptFrom",
  "kms:CreateGrant",
  "kms:PutKeyPolicy",
  "kms:ScheduleKeyDeletion",
  "kms:DisableKey",
  "secretsmanager:GetSecretValue",
  "secretsmanager:PutSecretValue",
  "secretsmanager:DeleteSecret",
  "secretsmanager:PutResourcePolicy",
  "ssm:GetParameter",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
  "ssm:StartSession",
  "ssm:SendCommand",
  "s3:GetObject",
  "s3:GetObjectVersion",
  "s3:PutObject",
  "s3:DeleteObject",
  "s3:DeleteObjectVersion",
  "s3:DeleteBucket",
  "s3:PutBucketPolicy",
  "s3:PutBucketPublicAccessBlock",
  "s3:PutEncryptionConfiguration",
  "s3:PutLifecycleConfiguration",
  "s3:BypassGovernanceRetention",
  "dynamodb:GetItem",
  "dynamodb:BatchGetItem",
  "dynamodb:Query",
  "dynamodb:Scan",
  "dynamodb:PutItem",
  "dynamodb:UpdateItem",
  "dynamodb:DeleteItem",
  "dynamodb:DeleteTable",
  "rds-db:connect",
  "rds-data:ExecuteStatement",
  "rds-data:BatchExecuteStatement",
  "rds:DeleteDBCluster",
  "rds:DeleteDBInstance",
  "rds:ModifyDBCluster",
  "rds:ModifyDBSnapshotAttribute",
  "rds:ModifyDBClusterSnapshotAttribute",
  "es:ESHttpGet",
  "es:ESHttpPost",
  "sqs:ReceiveMessage",
  "kinesis:GetRecords",
  "logs:GetLogEvents",
  "logs:FilterLogEvents",
  "logs:DeleteLogGroup",
  "cloudtrail:StopLogging",
  "cloudtrail:DeleteTrail",
  "backup:DeleteRecoveryPoint",
  "backup:StartRestoreJob",
  "cognito-idp:AdminGetUser",
  "cognito-idp:ListUsers",
  "cognito-idp:AdminSetUserPassword",
  "cognito-idp:AdminUpdateUserAttributes",
  "cognito-idp:AdminAddUserToGroup",
  "cognito-idp:AdminInitiateAuth",
  "ecs:ExecuteCommand",
  "lambda:InvokeFunction",
  "transcribe:GetTranscriptionJob",
];
/** What picks single resources although the ARN does not. Not kms:ViaService: through it the key may still be any. */
const NARROW =
  /^(aws:resourcetag\/.+|kms:(resourcealiases|encryptioncontext:.+)|[a-z0-9-]+:resourcetag\/.+|s3:(existingobjecttag\/.+|dataaccesspointarn|accesspointtag\/.+)|dynamodb:leadingkeys|ecs:cluster|lambda:functionarn)$/;

export const iamDataEverywhere = rule({
  id: "iam-data-everywhere",
  title: "Actions that read or destroy records are allowed on named resources only",
  family: "access",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)", "164.308(a)(4)(i)"],
  remediation: "Name the ARNs of the keys, secrets, buckets, tables or pools in Resource",
  types: PERMISSION_TYPES,
  ...judgesPermissions((permission) => {
    const action = allowedEverywhere(permission, ACTIONS);
    if (action === undefined || isBoundBy(permission.condition, NARROW)) return undefined;
    return `allows ${action} on every resource (${permission.resources.join(", ")})`;
  }),
});
