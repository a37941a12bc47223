import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

/** In a key policy `*` means this key. */
const THIS_KEY = "*";

/**
 * Lets CloudWatch Logs encrypt this account's log groups of one region: AWS, "Encrypt log data in CloudWatch Logs". As a service,
 * and on behalf of whoever writes or reads logs, which AWS asks for as well since 2026: that takes nobody further than his
 * rights in CloudWatch Logs do.
 */
export function logsGrants({ accountId, region }: Location): Statement[] {
  const Action = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"];
  const ours = { ArnLike: { "kms:EncryptionContext:aws:logs:arn": `arn:aws:logs:${region}:${accountId}:log-group:*` } };
  return [
    {
      Sid: "CloudWatchLogs",
      Effect: "Allow",
      Principal: { Service: `logs.${region}.amazonaws.com` },
      Action,
      Resource: THIS_KEY,
      Condition: ours,
    },
    {
      Sid: "ThroughCloudWatchLogs",
      Effect: "Allow",
      Principal: { AWS: "*" },
      Action,
      Resource: THIS_KEY,
      Condition: {
        StringEquals: { "kms:CallerAccount": accountId, "kms:ViaService": `logs.${region}.amazonaws.com` },
        ...ours,
      },
    },
  ];
}

/** Lets AWS Config of the account encrypt its history: "Permissions for the KMS key", AWS Config Developer Guide. */
export function configGrant({ accountId }: Location): Statement {
  return {
    Sid: "ConfigEncrypts",
    Effect: "Allow",
    Principal: { Service: "config.amazonaws.com" },
    Action: ["kms:Decrypt", "kms:GenerateDataKey"],
    Resource: THIS_KEY,
    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
  };
}

/** Services that publish to an alerts topic on behalf of the account. */
export type Publisher =
  "cloudwatch" | "events" | "budgets" | "costalerts" | "backup" | "events.rds" | "codestar-notifications";

/**
 * Lets AWS services publish to this account's encrypted SNS topics; without it their messages vanish silently. Confined by
 * the topic's ARN, which SNS puts into the encryption context whoever publishes. Not by `aws:SourceAccount`: not every
 * publisher's account reaches KMS, EventBridge's does not (AWS, "Managing Amazon SNS encryption keys").
 */
export function snsPublisherGrants(publishers: readonly Publisher[], { accountId, region }: Location): Statement[] {
  return publishers.map((publisher) => ({
    Sid: `Publish${publisher.replace(/[^a-z]/g, "")}`,
    Effect: "Allow",
    Principal: { Service: `${publisher}.amazonaws.com` },
    Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
    Resource: THIS_KEY,
    Condition: { ArnLike: { "kms:EncryptionContext:aws:sns:topicArn": `arn:aws:sns:${region}:${accountId}:*` } },
  }));
}

/** Lets one trail, known by its fixed name, encrypt its log files: AWS, "Configure KMS key policies for CloudTrail". */
export function cloudTrailGrants({ accountId, region }: Location, trailName: string): Statement[] {
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  const ourTrail = { "aws:SourceArn": `arn:aws:cloudtrail:${region}:${accountId}:trail/${trailName}` };
  return [
    {
      Sid: "CloudTrailEncrypt",
      Effect: "Allow",
      Principal,
      Action: "kms:GenerateDataKey*",
      Resource: THIS_KEY,
      Condition: {
        StringEquals: ourTrail,
        StringLike: { "kms:EncryptionContext:aws:cloudtrail:arn": `arn:aws:cloudtrail:*:${accountId}:trail/*` },
      },
    },
    {
      Sid: "CloudTrailDescribe",
      Effect: "Allow",
      Principal,
      Action: "kms:DescribeKey",
      Resource: THIS_KEY,
      Condition: { StringEquals: ourTrail },
    },
  ];
}
