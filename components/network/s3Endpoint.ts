import type { Location } from "../shared/placement";
import type { Statement } from "../shared/policyDocument";

const READ_AND_WRITE = [
  "s3:GetObject*",
  "s3:PutObject*",
  "s3:DeleteObject*",
  "s3:AbortMultipartUpload",
  "s3:ListMultipartUploadParts",
  "s3:ListBucket*",
  "s3:GetBucketLocation",
];

/**
 * What the VPC may reach in S3: our own buckets, so that stolen credentials cannot carry files to somebody else's, and
 * the bucket in which ECR keeps image layers (AWS, "Amazon ECR interface VPC endpoints").
 */
export function s3EndpointStatements({ accountId, region }: Location, bucketPrefix: string): Statement[] {
  return [
    {
      Sid: "OwnBuckets",
      Effect: "Allow",
      Principal: "*",
      Action: READ_AND_WRITE,
      Resource: `arn:aws:s3:::${bucketPrefix}*`,
      // The name alone proves nothing: anybody may create a bucket that begins with it.
      Condition: { StringEquals: { "aws:ResourceAccount": accountId } },
    },
    {
      Sid: "ImageLayers",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
    },
  ];
}
