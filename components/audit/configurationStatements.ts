import type * as pulumi from "@pulumi/pulumi";
import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

const WRITES_FOR_OWNER = { "s3:x-amz-acl": "bucket-owner-full-control" };
const files = (bucketArn: string, accountId: string) => `${bucketArn}/AWSLogs/${accountId}/Config/*`;

/** Lets AWS Config deliver, for our account only: AWS, "Permissions for the Amazon S3 bucket" of the delivery channel. */
export function configBucketStatements(bucketArn: string, accountId: string): Statement[] {
  const ours = { "aws:SourceAccount": accountId };
  const allowConfig = { Effect: "Allow", Principal: { Service: "config.amazonaws.com" } } as const;
  const Condition = { StringEquals: ours };
  return [
    { ...allowConfig, Sid: "ConfigLooks", Action: "s3:GetBucketAcl", Resource: bucketArn, Condition },
    { ...allowConfig, Sid: "ConfigFinds", Action: "s3:ListBucket", Resource: bucketArn, Condition },
    {
      ...allowConfig,
      Sid: "ConfigWrites",
      Action: "s3:PutObject",
      Resource: files(bucketArn, accountId),
      Condition: { StringEquals: { ...ours, ...WRITES_FOR_OWNER } },
    },
  ];
}

/** What the recorder's role needs beside AWS's own policy: AWS, "Permissions for the IAM role assigned to AWS Config". */
export function configRoleStatements(
  bucketArn: string,
  kmsKeyArn: pulumi.Input<string>,
  { accountId, region }: Location,
): Statement[] {
  return [
    { Effect: "Allow", Action: ["s3:GetBucketAcl", "s3:ListBucket"], Resource: bucketArn },
    {
      Effect: "Allow",
      Action: "s3:PutObject",
      Resource: files(bucketArn, accountId),
      Condition: { StringLike: WRITES_FOR_OWNER },
    },
    {
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: kmsKeyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${region}.amazonaws.com` } },
    },
  ];
}
