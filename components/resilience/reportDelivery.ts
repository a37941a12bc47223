import type { Statement } from "../shared/policyDocument";

/** Begins the keys of reports in the evidence bucket. */
export const REPORT_PREFIX = "backup";

/**
 * Lets AWS Backup put reports into the evidence bucket: AWS, "Creating report plans". The role of the service exists only
 * once there is a report, and S3 refuses a policy that names a principal which does not exist: hence the condition.
 */
export function reportDelivery(bucketArn: string, accountId: string): Statement[] {
  const role = `arn:aws:iam::${accountId}:role/aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports`;
  return [
    {
      Sid: "BackupReports",
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${accountId}:root` },
      Action: "s3:PutObject",
      Resource: `${bucketArn}/${REPORT_PREFIX}/*`,
      Condition: {
        ArnEquals: { "aws:PrincipalArn": role },
        StringEquals: { "s3:x-amz-acl": "bucket-owner-full-control" },
      },
    },
  ];
}
