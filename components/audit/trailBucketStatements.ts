import type { Statement } from "../shared/policyDocument";

/**
 * Lets one trail write its files and look at the bucket's owner: AWS, "Amazon S3 bucket policy for CloudTrail". Without
 * the source ARN any trail of anybody could write here.
 */
export function trailBucketStatements(bucketArn: string, trailArn: string, accountId: string): Statement[] {
  const Principal = { Service: "cloudtrail.amazonaws.com" };
  const ours = { "aws:SourceArn": trailArn };
  return [
    {
      Sid: "TrailLooks",
      Effect: "Allow",
      Principal,
      Action: "s3:GetBucketAcl",
      Resource: bucketArn,
      Condition: { StringEquals: ours },
    },
    {
      Sid: "TrailWrites",
      Effect: "Allow",
      Principal,
      Action: "s3:PutObject",
      Resource: [`${bucketArn}/AWSLogs/${accountId}/*`],
      Condition: { StringEquals: { ...ours, "s3:x-amz-acl": "bucket-owner-full-control" } },
    },
  ];
}
