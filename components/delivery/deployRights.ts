/**
 * What Pulumi asks of each service to make, read back, change and delete the resources of a stack, by IAM prefix. None of
 * it reads what patients or staff stored: no objects, log events, messages, users, sessions or snapshots.
 */
export const MANAGE: Readonly<Record<string, string>> = {
  acm: "AddTagsToCertificate DeleteCertificate DescribeCertificate GetCertificate List* RemoveTagsFromCertificate RequestCertificate UpdateCertificateOptions",
  amplify: "Create* Delete* Get* List* TagResource UntagResource Update*",
  apigateway: "DELETE GET PATCH POST PUT SetWebACL TagResource UntagResource",
  "application-autoscaling":
    "Delete* Deregister* Describe* ListTagsForResource Put* Register* TagResource UntagResource",
  backup:
    "CreateBackup* CreateRestoreTesting* DeleteBackupPlan DeleteBackupSelection DeleteBackupVault* DeleteRestoreTesting* DescribeBackupVault DescribeRegionSettings GetBackup* GetRestoreTesting* List* PutBackupVault* PutRestoreTesting* TagResource UntagResource UpdateBackupPlan UpdateRestoreTesting*",
  "backup-storage": "MountCapsule",
  budgets: "ListTagsForResource ModifyBudget TagResource UntagResource ViewBudget",
  ce: "CreateAnomaly* DeleteAnomaly* GetAnomaly* ListTagsForResource TagResource UntagResource UpdateAnomaly*",
  cloudfront: "AllowVendedLogDeliveryForResource Create* Delete* Get* List* TagResource UntagResource Update*",
  cloudwatch: "Delete* Describe* Get* List* Put* TagResource UntagResource",
  codebuild: "BatchGetProjects CreateProject DeleteProject ListProjects UpdateProject",
  codeconnections:
    "CreateConnection DeleteConnection GetConnection ListTagsForResource PassConnection TagResource UntagResource",
  codepipeline:
    "CreatePipeline DeletePipeline GetPipeline ListTagsForResource TagResource UntagResource UpdatePipeline",
  "codestar-connections": "PassConnection",
  "codestar-notifications":
    "CreateNotificationRule DeleteNotificationRule DescribeNotificationRule ListTagsForResource Subscribe TagResource Unsubscribe UntagResource UpdateNotificationRule",
  "cognito-identity":
    "Create* DeleteIdentityPool Describe* GetIdentityPoolRoles GetPrincipalTagAttributeMap ListTagsForResource Set* TagResource UntagResource UpdateIdentityPool",
  "cognito-idp":
    "AssociateWebACL Create* DeleteGroup DeleteIdentityProvider DeleteUserPool* Describe* DisassociateWebACL GetGroup GetIdentityProviderByIdentifier GetLogDeliveryConfiguration GetUICustomization GetUserPoolMfaConfig GetWebACLForResource ListTagsForResource Set* TagResource UntagResource UpdateGroup UpdateIdentityProvider UpdateUserPool*",
  ec2: "AllocateAddress Associate* Authorize* CreateFlowLogs CreateInternetGateway CreateNatGateway CreateRoute* CreateSecurityGroup CreateSubnet CreateTags CreateVpc* Attach*Gateway DeleteFlowLogs DeleteInternetGateway DeleteNatGateway DeleteRoute* DeleteSecurityGroup DeleteSubnet DeleteTags DeleteVpc* Describe* Detach*Gateway Disassociate* GetManagedPrefixListEntries GetSecurityGroupsForVpc ModifySecurityGroupRules ModifySubnetAttribute ModifyVpc* ReleaseAddress Replace* Revoke* UpdateSecurityGroup*",
  ecr: "CreateRepository DeleteLifecyclePolicy DeleteRepository* Describe* GetLifecyclePolicy GetRepositoryPolicy ListTagsForResource PutImageScanningConfiguration PutImageTagMutability PutLifecyclePolicy SetRepositoryPolicy TagResource UntagResource",
  ecs: "Create* DeleteCluster DeleteService Deregister* Describe* List* Put* RegisterTaskDefinition RunTask TagResource UntagResource Update*",
  elasticloadbalancing: "Add* Create* Delete* Describe* Modify* Register* Remove* Deregister* Set*",
  events:
    "DeleteRule Describe* DisableRule EnableRule List* PutRule PutTargets RemoveTargets TagResource UntagResource",
  guardduty:
    "CreateMalwareProtectionPlan DeleteMalwareProtectionPlan GetMalwareProtectionPlan TagResource UntagResource UpdateMalwareProtectionPlan",
  kms: "CreateAlias CreateKey DeleteAlias Describe* GetKeyPolicy GetKeyRotationStatus List* TagResource UpdateAlias",
  lambda:
    "Create* GetEventSourceMapping GetFunction* GetPolicy List* PublishVersion PutFunctionConcurrency PutFunctionEventInvokeConfig TagResource UntagResource",
  logs: "AssociateKmsKey CreateDelivery CreateLogDelivery CreateLogGroup DeleteDataProtectionPolicy DeleteDelivery* DeleteLogDelivery DeleteMetricFilter DeleteResourcePolicy Describe* GetDataProtectionPolicy GetDelivery* GetLogDelivery ListLogDeliveries ListTagsForResource ListTagsLogGroup PutDataProtectionPolicy PutDelivery* PutLogGroupDeletionProtection PutMetricFilter PutResourcePolicy PutRetentionPolicy TagLogGroup TagResource UntagResource UpdateDeliveryConfiguration UpdateLogDelivery",
  rds: "AddTagsToResource Create* Describe* ListTagsForResource",
  route53:
    "ChangeResourceRecordSets GetChange GetHostedZone ListHostedZones ListResourceRecordSets ListTagsForResource",
  scheduler: "Create* Delete* Get* List* TagResource UntagResource Update*",
  secretsmanager: "CreateSecret DescribeSecret GetResourcePolicy ListSecrets TagResource",
  sns: "CreateTopic DeleteTopic Get* List* Set* Subscribe TagResource Unsubscribe UntagResource",
  sqs: "CreateQueue DeleteQueue GetQueueAttributes GetQueueUrl ListQueueTags SetQueueAttributes TagQueue UntagQueue",
  ssm: "DescribeParameters",
  wafv2: "AssociateWebACL Create* Delete* DisassociateWebACL Get* List* Put* TagResource UntagResource Update*",
};

/** What destroys, opens or hands on data or code: only where the tags say that it is of this environment. */
export const MANAGE_OWN: Readonly<Record<string, string>> = {
  kms: "CancelKeyDeletion CreateGrant DisableKeyRotation EnableKey EnableKeyRotation PutKeyPolicy RetireGrant ScheduleKeyDeletion UntagResource UpdateKeyDescription",
  lambda: "AddPermission Delete* RemovePermission Update*",
  logs: "DeleteLogGroup DisassociateKmsKey",
  rds: "Delete* DeregisterDBProxyTargets ModifyCurrentDBClusterCapacity ModifyDBCluster ModifyDBClusterParameterGroup ModifyDBInstance ModifyDBParameterGroup ModifyDBProxy* ModifyDBSubnetGroup RegisterDBProxyTargets RemoveTagsFromResource Reset*",
  secretsmanager:
    "CancelRotateSecret DeleteResourcePolicy DeleteSecret GetSecretValue PutResourcePolicy PutSecretValue RestoreSecret UntagResource UpdateSecret*",
};

/** Of buckets, never of what is in them. */
export const BUCKETS =
  "CreateBucket DeleteBucket DeleteBucketPolicy GetAccelerateConfiguration GetBucket* GetEncryptionConfiguration GetIntelligentTieringConfiguration GetLifecycleConfiguration GetReplicationConfiguration ListBucket ListTagsForResource PutBucket* PutEncryptionConfiguration PutIntelligentTieringConfiguration PutLifecycleConfiguration PutReplicationConfiguration TagResource UntagResource";

/** Services that Pulumi hands the stack's roles to. */
export const PASSED_TO = [
  "amplify",
  "backup",
  "cognito-idp",
  "codebuild",
  "codepipeline",
  "ecs",
  "ecs-tasks",
  "events",
  "lambda",
  "malware-protection-plan.guardduty",
  "rds",
  "s3",
  "scheduler",
  "vpc-flow-logs",
  "monitoring.rds",
].map((each) => `${each}.amazonaws.com`);

/** `actionsOf("kms", "Describe* List*")` is `["kms:Describe*", "kms:List*"]`. */
export function actionsOf(service: string, actions: string): string[] {
  return actions.split(" ").map((each) => `${service}:${each}`);
}
