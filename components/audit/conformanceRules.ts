/**
 * 45 CFR -> the AWS managed rules that show whether it is kept: AWS, "Operational Best Practices for HIPAA Security" and
 * "List of AWS Config Managed Rules". A name that AWS does not know fails the whole pack. Left out is what belongs to
 * services that are not used here, and what the design contradicts, since a rule that is always red hides the others: inline
 * policies (a role has one, of its own), client certificates between API Gateway and its own network, and locks, replicas and
 * notifications on buckets without records; access logs and versions of every bucket (the buckets that take access logs log
 * nowhere, dumps and build artifacts must vanish); data events of every bucket (those of access logs and of the trail would
 * be recorded again); read-only disks in every task (a shell needs a writable one). CLOUDFRONT_ACCESSLOGS_ENABLED sees legacy
 * logging only, and ours is the current one.
 */
export const CONFORMANCE_RULES = {
  "164.308(a)(1)(ii)(A)": ["ECR_PRIVATE_IMAGE_SCANNING_ENABLED", "SECURITYHUB_ENABLED"],
  "164.308(a)(1)(ii)(D)": ["CLOUDWATCH_ALARM_ACTION_CHECK", "GUARDDUTY_ENABLED_CENTRALIZED"],
  "164.308(a)(3)(ii)(C)": ["ACCESS_KEYS_ROTATED", "IAM_USER_UNUSED_CREDENTIALS_CHECK"],
  "164.308(a)(4)(ii)(C)": [
    "IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS",
    "IAM_POLICY_NO_STATEMENTS_WITH_FULL_ACCESS",
    "IAM_ROOT_ACCESS_KEY_CHECK",
    "IAM_USER_NO_POLICIES_CHECK",
  ],
  "164.308(a)(5)(ii)(D)": ["IAM_PASSWORD_POLICY"],
  "164.308(a)(7)(ii)(A)": [
    "AURORA_RESOURCES_PROTECTED_BY_BACKUP_PLAN",
    "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK",
    "BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED",
    "RDS_CLUSTER_DELETION_PROTECTION_ENABLED",
  ],
  "164.308(a)(7)(ii)(C)": ["ELB_DELETION_PROTECTION_ENABLED", "RDS_CLUSTER_MULTI_AZ_ENABLED"],
  "164.312(a)(1)": [
    "API_GW_ASSOCIATED_WITH_WAF",
    "EBS_SNAPSHOT_PUBLIC_RESTORABLE_CHECK",
    "EC2_IMDSV2_CHECK",
    "EC2_INSTANCE_NO_PUBLIC_IP",
    "ECS_TASK_DEFINITION_USER_FOR_HOST_MODE_CHECK",
    "INCOMING_SSH_DISABLED",
    "LAMBDA_FUNCTION_PUBLIC_ACCESS_PROHIBITED",
    "RDS_INSTANCE_PUBLIC_ACCESS_CHECK",
    "RDS_SNAPSHOTS_PUBLIC_PROHIBITED",
    "RESTRICTED_INCOMING_TRAFFIC",
    "S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC",
    "S3_BUCKET_ACL_PROHIBITED",
    "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED",
    "S3_BUCKET_PUBLIC_READ_PROHIBITED",
    "S3_BUCKET_PUBLIC_WRITE_PROHIBITED",
    "SSM_DOCUMENT_NOT_PUBLIC",
    "SUBNET_AUTO_ASSIGN_PUBLIC_IP_DISABLED",
    "VPC_DEFAULT_SECURITY_GROUP_CLOSED",
    "VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS",
  ],
  "164.312(a)(2)(iv)": [
    "BACKUP_RECOVERY_POINT_ENCRYPTED",
    "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
    "CMK_BACKING_KEY_ROTATION_ENABLED",
    "EC2_EBS_ENCRYPTION_BY_DEFAULT",
    "ENCRYPTED_VOLUMES",
    "KMS_CMK_NOT_SCHEDULED_FOR_DELETION",
    "RDS_CLUSTER_ENCRYPTED_AT_REST",
    "RDS_SNAPSHOT_ENCRYPTED",
    "RDS_STORAGE_ENCRYPTED",
    "S3_BUCKET_SERVER_SIDE_ENCRYPTION_ENABLED",
    "SECRETSMANAGER_USING_CMK",
    "SNS_ENCRYPTED_KMS",
  ],
  "164.312(b)": [
    "API_GW_EXECUTION_LOGGING_ENABLED",
    "CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
    "CLOUD_TRAIL_ENABLED",
    "CLOUD_TRAIL_ENCRYPTION_ENABLED",
    "ELB_LOGGING_ENABLED",
    "MULTI_REGION_CLOUD_TRAIL_ENABLED",
    "RDS_ENHANCED_MONITORING_ENABLED",
    "RDS_LOGGING_ENABLED",
    "VPC_FLOW_LOGS_ENABLED",
    "WAFV2_LOGGING_ENABLED",
  ],
  "164.312(c)(1)": ["CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED"],
  "164.312(d)": ["IAM_USER_MFA_ENABLED", "MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS", "ROOT_ACCOUNT_MFA_ENABLED"],
  "164.312(e)(1)": [
    "ACM_CERTIFICATE_EXPIRATION_CHECK",
    "ALB_HTTP_TO_HTTPS_REDIRECTION_CHECK",
    "CLOUDFRONT_VIEWER_POLICY_HTTPS",
    "ELBV2_ACM_CERTIFICATE_REQUIRED",
    "S3_BUCKET_SSL_REQUESTS_ONLY",
  ],
} as const;

export type ConformanceRule = (typeof CONFORMANCE_RULES)[keyof typeof CONFORMANCE_RULES][number];

/** Rule -> parameters where AWS's defaults are not ours. AWS Config takes text only. */
export const RULE_PARAMETERS: Partial<Record<ConformanceRule, Readonly<Record<string, string>>>> = {
  ACCESS_KEYS_ROTATED: { maxAccessKeyAge: "90" },
  ACM_CERTIFICATE_EXPIRATION_CHECK: { daysToExpiration: "30" },
  CLOUDWATCH_ALARM_ACTION_CHECK: {
    alarmActionRequired: "true",
    insufficientDataActionRequired: "false",
    okActionRequired: "false",
  },
  // What `PasswordPolicy` sets.
  IAM_PASSWORD_POLICY: {
    MaxPasswordAge: "90",
    MinimumPasswordLength: "14",
    PasswordReusePrevention: "24",
    RequireLowercaseCharacters: "true",
    RequireNumbers: "true",
    RequireSymbols: "true",
    RequireUppercaseCharacters: "true",
  },
  IAM_USER_UNUSED_CREDENTIALS_CHECK: { maxCredentialUsageAge: "90" },
  RESTRICTED_INCOMING_TRAFFIC: {
    blockedPort1: "20",
    blockedPort2: "21",
    blockedPort3: "3389",
    blockedPort4: "3306",
    blockedPort5: "5432",
  },
  // On 80 a load balancer answers with a redirect to 443 and nothing else.
  VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS: { authorizedTcpPorts: "80,443" },
};

/** Rules against the loss of data, which an environment without patients' data may do without: judged by the tag. */
export const ONLY_WHERE_PHI: readonly ConformanceRule[] = [
  "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK",
  "ELB_DELETION_PROTECTION_ENABLED",
  "RDS_CLUSTER_DELETION_PROTECTION_ENABLED",
  "RDS_CLUSTER_MULTI_AZ_ENABLED",
];

/**
 * Several packs instead of one: Pulumi's provider waits five minutes for a pack, whatever it is told, and large ones take
 * longer. Part -> how the citations of its rules begin.
 */
export const PACK_PARTS = {
  administrative: ["164.308"],
  access: ["164.312(a)(1)"],
  encryption: ["164.312(a)(2)", "164.312(e)"],
  evidence: ["164.312(b)", "164.312(c)", "164.312(d)"],
} as const;

export type PackPart = keyof typeof PACK_PARTS;
