import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";
import { LOAD_BALANCER_ACCOUNTS } from "./loadBalancerAccounts";

const everything = (bucketArn: string): string[] => [bucketArn, `${bucketArn}/*`];

/** Denies other accounts, whatever an Allow may say one day. AWS services, such as CloudFront, belong to no account. */
export function ownAccountOnly(bucketArn: string, accountId: string): Statement {
  return {
    Sid: "OwnAccountOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: everything(bucketArn),
    Condition: {
      StringNotEqualsIfExists: { "aws:PrincipalAccount": accountId },
      BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
    },
  };
}

/**
 * Refuses an upload that asks for another kind of encryption. One that asks for none passes, and gets the bucket's key:
 * refusing that too would stop browsers and AWS's own writers.
 */
export function kmsUploadsOnly(bucketArn: string): Statement {
  return {
    Sid: "KmsUploadsOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:PutObject",
    Resource: `${bucketArn}/*`,
    Condition: {
      Null: { "s3:x-amz-server-side-encryption": "false" },
      StringNotLike: { "s3:x-amz-server-side-encryption": "aws:kms*" },
    },
  };
}

/** Lets S3 write the access logs of our own buckets: AWS, "Enabling Amazon S3 server access logging". */
export function serverLogWriter(bucketArn: string, accountId: string, bucketPrefix: string): Statement {
  return {
    Sid: "ServerAccessLogs",
    Effect: "Allow",
    Principal: { Service: "logging.s3.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `${bucketArn}/*`,
    Condition: {
      StringEquals: { "aws:SourceAccount": accountId },
      ArnLike: { "aws:SourceArn": `arn:aws:s3:::${bucketPrefix}*` },
    },
  };
}

/**
 * Lets the load balancers of our account and region write theirs: as a service, and in regions from before August 2022
 * as the account that does it there. AWS, "Access logs for your Application Load Balancer".
 */
export function loadBalancerLogWriters(bucketArn: string, { accountId, region }: Location): Statement[] {
  const write: Pick<Statement, "Effect" | "Action" | "Resource"> = {
    Effect: "Allow",
    Action: "s3:PutObject",
    Resource: [`${bucketArn}/AWSLogs/${accountId}/*`, `${bucketArn}/*/AWSLogs/${accountId}/*`],
  };
  const regional = LOAD_BALANCER_ACCOUNTS[region];
  const service: Statement = {
    ...write,
    Sid: "LoadBalancerLogs",
    Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
    Condition: {
      ArnLike: { "aws:SourceArn": `arn:aws:elasticloadbalancing:${region}:${accountId}:loadbalancer/*` },
    },
  };
  if (regional === undefined) return [service];
  return [service, { ...write, Sid: "LoadBalancerLogsByAccount", Principal: { AWS: `arn:aws:iam::${regional}:root` } }];
}
