/**
 * What Pulumi asks of each service to make, read back and tag the resources of a stack, by IAM prefix, and what changes them
 * with the very call that makes them. None of it reads what patients or staff stored: no objects, log events, messages, users,
 * sessions or snapshots. Of another environment of the project it allows nothing: see `OtherEnvironments` in the statements.
 */
export const MANAGE: Readonly<Record<string, string>> = {
  acm: "AddTagsToCertificate DescribeCertificate GetCertificate List* RequestCertificate",
  amplify: "CreateApp CreateBranch Get* List* TagResource",
  apigateway: "DELETE GET PATCH POST PUT SetWebACL",
  "application-autoscaling": "Describe* ListTagsForResource Put* Register* TagResource",
  backup:
    "CreateBackupPlan CreateBackupSelection CreateBackupVault CreateRestoreTesting* Describe* GetBackup* GetRestoreTesting* List* TagResource",
  "backup-storage": "Mount*",
  budgets: "ListTagsForResource ViewBudget",
  billing: "GetBillingViewData",
  cloudfront:
    "AllowVendedLogDeliveryForResource Create* Get* List* TagResource UpdateOriginAccessControl UpdateResponseHeadersPolicy DeleteOriginAccessControl DeleteResponseHeadersPolicy",
  cloudwatch: "Describe* GetMetricData List* PutMetricAlarm TagResource",
  codebuild: "BatchGetProjects CreateProject ListProjects",
  codeconnections: "CreateConnection GetConnection ListTagsForResource PassConnection TagResource",
  codepipeline: "CreatePipeline GetPipeline ListTagsForResource TagResource",
  "codestar-connections": "PassConnection",
  "codestar-notifications":
    "CreateNotificationRule DeleteTarget DescribeNotificationRule ListTagsForResource Subscribe TagResource Unsubscribe",
  "cognito-identity":
    "Create* Describe* GetIdentityPoolRoles GetPrincipalTagAttributeMap ListTagsForResource Set* TagResource",
  "cognito-idp":
    "AssociateWebACL CreateUserPool Describe* GetGroup GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetUICustomization GetUserPoolMfaConfig GetWebACLForResource ListTagsForResource TagResource",
  ec2: "AllocateAddress AssociateRouteTable Authorize* CreateFlowLogs CreateInternetGateway CreateNatGateway CreateRoute* CreateSecurityGroup CreateSubnet CreateTags CreateVpc* Attach*Gateway DeleteTags Describe* GetManagedPrefixListEntries GetSecurityGroupsForVpc ModifySubnetAttribute ModifyVpcAttribute ReplaceRoute ReplaceRouteTableAssociation Revoke* UpdateSecurityGroup*",
  ecr: "CreateRepository Describe* GetLifecyclePolicy GetRepositoryPolicy ListTagsForResource TagResource",
  ecs: "CreateCluster CreateService DeregisterTaskDefinition Describe* List* RegisterTaskDefinition RunTask TagResource",
  elasticloadbalancing: "AddTags Create* DeleteWebACLAssociation Describe* Get* SetWebACL",
  events: "Describe* List* PutRule TagResource",
  guardduty: "CreateMalwareProtectionPlan GetMalwareProtectionPlan ListTagsForResource TagResource",
  kms: "CreateKey Describe* GetKeyPolicy GetKeyRotationStatus List* TagResource",
  lambda: "Create* GetEventSourceMapping GetFunction* GetPolicy List* PublishVersion TagResource",
  logs: "CreateDelivery CreateLogDelivery CreateLogGroup DeleteLogDelivery DeleteResourcePolicy Describe* GetDataProtectionPolicy GetDelivery* GetLogDelivery ListLogDeliveries ListTagsForResource ListTagsLogGroup PutDelivery* PutResourcePolicy TagLogGroup TagResource UpdateLogDelivery",
  rds: "AddTagsToResource CreateDBCluster CreateDBClusterParameterGroup CreateDBInstance CreateDBProxy CreateDBSubnetGroup Describe* ListTagsForResource",
  route53:
    "AssociateVPCWithHostedZone GetChange GetHostedZone ListHostedZones ListResourceRecordSets ListTagsForResource",
  scheduler: "CreateScheduleGroup Get* List* TagResource",
  secretsmanager: "CreateSecret DescribeSecret GetResourcePolicy ListSecrets TagResource",
  sns: "CreateTopic Get* List* TagResource",
  sqs: "CreateQueue GetQueueAttributes GetQueueUrl ListQueueTags TagQueue",
  ssm: "DescribeParameters",
  sts: "GetCallerIdentity",
  wafv2: "AssociateWebACL CreateWebACL DisassociateWebACL Get* List* TagResource",
};

/** What destroys, opens or hands on data, code or protection: only where the tags say that it is of this environment. */
export const MANAGE_OWN: Readonly<Record<string, string>> = {
  acm: "DeleteCertificate RemoveTagsFromCertificate UpdateCertificateOptions",
  amplify: "AssociateWebACL Delete* DisassociateWebACL UntagResource Update*",
  "application-autoscaling": "Delete* Deregister* UntagResource",
  backup:
    "DeleteBackupPlan DeleteBackupSelection DeleteBackupVault* DeleteRestoreTesting* PutBackupVault* UntagResource UpdateBackupPlan UpdateRestoreTesting*",
  cloudfront: "DeleteDistribution UntagResource UpdateDistribution",
  cloudwatch: "DeleteAlarms UntagResource",
  codebuild: "DeleteProject UpdateProject",
  codeconnections: "DeleteConnection UntagResource",
  codepipeline: "DeletePipeline UntagResource UpdatePipeline",
  "codestar-notifications": "DeleteNotificationRule UntagResource UpdateNotificationRule",
  "cognito-identity": "DeleteIdentityPool UntagResource UpdateIdentityPool",
  "cognito-idp":
    "CreateGroup CreateIdentityProvider CreateUserPoolClient CreateUserPoolDomain Delete* DisassociateWebACL Set* UntagResource UpdateGroup UpdateIdentityProvider UpdateUserPool*",
  ec2: "DeleteFlowLogs DeleteInternetGateway DeleteNatGateway DeleteRoute* DeleteSecurityGroup DeleteSubnet DeleteVpc* Detach*Gateway Disassociate* ModifySecurityGroupRules ModifyVpcEndpoint ReleaseAddress",
  ecr: "DeleteLifecyclePolicy DeleteRepository* PutImage* PutLifecyclePolicy SetRepositoryPolicy UntagResource",
  ecs: "DeleteCluster DeleteService PutClusterCapacityProviders UntagResource Update*",
  elasticloadbalancing:
    "Delete* Deregister* Modify* Register* Remove* SetIpAddressType SetRulePriorities SetSecurityGroups SetSubnets",
  events: "DeleteRule DisableRule EnableRule PutTargets RemoveTargets UntagResource",
  guardduty: "DeleteMalwareProtectionPlan UntagResource UpdateMalwareProtectionPlan",
  kms: "CancelKeyDeletion CreateGrant DisableKeyRotation EnableKey EnableKeyRotation PutKeyPolicy RetireGrant ScheduleKeyDeletion UntagResource UpdateKeyDescription",
  lambda: "AddPermission Delete* Put* RemovePermission UntagResource Update*",
  logs: "AssociateKmsKey DeleteDataProtectionPolicy DeleteDelivery* DeleteLogGroup DeleteMetricFilter DeleteRetentionPolicy DisassociateKmsKey PutDataProtectionPolicy PutLogGroupDeletionProtection PutMetricFilter PutRetentionPolicy UntagResource UpdateDeliveryConfiguration",
  rds: "CreateDBClusterSnapshot DeleteDB* ModifyCurrentDBClusterCapacity ModifyDBCluster ModifyDBClusterParameterGroup ModifyDBInstance ModifyDBParameterGroup ModifyDBProxy ModifyDBSubnetGroup RemoveTagsFromResource Reset*",
  scheduler: "DeleteScheduleGroup UntagResource",
  secretsmanager:
    "CancelRotateSecret DeleteResourcePolicy DeleteSecret GetSecretValue PutResourcePolicy PutSecretValue RestoreSecret UntagResource UpdateSecret*",
  sns: "DeleteTopic Set* Subscribe Unsubscribe UntagResource",
  sqs: "DeleteQueue SetQueueAttributes UntagQueue",
  wafv2:
    "DeleteLoggingConfiguration DeleteWebACL PutLoggingConfiguration PutPermissionPolicy UntagResource UpdateWebACL",
};

/** Of the database proxy's target group, which RDS makes and nobody can tag; cluster and proxy are bound by their tags. */
export const PROXY_TARGETS = "DeregisterDBProxyTargets ModifyDBProxyTargetGroup RegisterDBProxyTargets";

/**
 * Whose signatures open recordings. IAM can bind these calls to no resource, so where an account holds several environments
 * they are left to its administrator: a release of dev could otherwise let its own key open the recordings of prod.
 */
export const SIGNING_KEYS = "DeleteKeyGroup DeletePublicKey UpdateKeyGroup UpdatePublicKey";

/** Of buckets, never of what is in them. */
export const BUCKETS =
  "CreateBucket DeleteBucket DeleteBucketPolicy GetAccelerateConfiguration GetBucket* GetEncryptionConfiguration GetIntelligentTieringConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListBucket ListTagsForResource PutBucket* PutEncryptionConfiguration PutIntelligentTieringConfiguration PutLifecycleConfiguration PutReplicationConfiguration TagResource UntagResource";

/** Services that Pulumi hands the stack's roles to. */
export const PASSED_TO = [
  "backup",
  "codebuild",
  "codepipeline",
  "cognito-identity",
  "cognito-idp",
  "ecs",
  "ecs-tasks",
  "events",
  "lambda",
  "malware-protection-plan.guardduty",
  "monitoring.rds",
  "rds",
  "s3",
  "scheduler",
  "vpc-flow-logs",
].map((each) => `${each}.amazonaws.com`);

/** Services that use a key with the caller's rights when something is made that is encrypted with it, in either region. */
export const KEYS_THROUGH = ["backup", "ecr", "lambda", "logs", "rds", "scheduler", "secretsmanager"];

/** `actionsOf("kms", "Describe* List*")` is `["kms:Describe*", "kms:List*"]`. */
export function actionsOf(service: string, actions: string): string[] {
  return actions.split(" ").map((each) => `${service}:${each}`);
}
