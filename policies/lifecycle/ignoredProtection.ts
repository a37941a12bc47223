import { EVERY_TYPE, rule } from "../rule";

/** Properties that other rules read. Ignoring their changes leaves a weakened value in AWS for good. */
const GUARDED = new Set([
  "*",
  "accessPolicies",
  "acl",
  "allowUnauthenticatedIdentities",
  "assumeRolePolicy",
  "atRestEncryptionEnabled",
  "authorization",
  "authorizationType",
  "authorizer",
  "backupRetentionPeriod",
  "blockPublicAcls",
  "blockPublicPolicy",
  "cidrBlocks",
  "cidrIpv4",
  "cidrIpv6",
  "deleteAutomatedBackups",
  "deletionProtection",
  "deletionProtectionConfiguration",
  "deletionProtectionEnabled",
  "deletionWindowInDays",
  "enableDeletionProtection",
  "enableKeyRotation",
  "enableLogFileValidation",
  "enableLogging",
  "encryptAtRest",
  "encrypted",
  "encryptionConfiguration",
  "encryptionConfigurations",
  "encryptionKey",
  "forceDestroy",
  "ignorePublicAcls",
  "ingress",
  "ipv6CidrBlocks",
  "isMultiRegionTrail",
  "kmsKey",
  "kmsKeyArn",
  "kmsKeyId",
  "kmsKeyIdentifier",
  "kmsMasterKeyId",
  "mapPublicIpOnLaunch",
  "masterUserSecretKmsKeyId",
  "mfaConfiguration",
  "networkConfiguration",
  "passwordPolicy",
  "performanceInsightsKmsKeyId",
  "pointInTimeRecovery",
  "policy",
  "publiclyAccessible",
  "recoveryWindowInDays",
  "requireTls",
  "restrictPublicBuckets",
  "retentionInDays",
  "serverSideEncryption",
  "serverSideEncryptionConfiguration",
  "skipFinalBackup",
  "skipFinalSnapshot",
  "sqsManagedSseEnabled",
  "sslPolicy",
  "storageEncrypted",
  "transitEncryptionEnabled",
  "viewerCertificate",
  "webAclId",
]);

/** Names that mean a protection on one type only. */
const GUARDED_ON: Readonly<Record<string, readonly string[]>> = {
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": ["rules"],
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls": ["rule"],
  "aws:s3/bucketVersioning:BucketVersioning": ["versioningConfiguration"],
};

/** On these, a name of the list above means something else, or is set by another resource on purpose. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  "aws:s3/bucket:Bucket": ["acl", "policy", "serverSideEncryptionConfiguration"],
  "aws:kms/key:Key": ["policy"],
  "aws:sns/topic:Topic": ["policy"],
  "aws:sqs/queue:Queue": ["policy"],
  "aws:secretsmanager/secret:Secret": ["policy"],
  "aws:ec2/securityGroup:SecurityGroup": ["ingress"],
};

export const ignoredProtection = rule({
  id: "ignored-protection",
  title: "No protection is hidden from Pulumi by ignoreChanges",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(1)(ii)(B)", "164.312(c)(1)"],
  remediation: "Remove it from ignoreChanges, so that the next update restores the value",
  types: [EVERY_TYPE],
  check: (resource) =>
    resource.ignoreChanges
      .filter((path) => isGuarded(resource.type, topOf(path)))
      .map((path) => ({
        property: "options.ignoreChanges",
        problem: `changes of ${path} are ignored, so a weakened value stays`,
      })),
});

function topOf(path: string): string {
  return path.replace(/^\["?/, "").split(/[.["\]]/)[0] ?? path;
}

function isGuarded(type: string, property: string): boolean {
  if ((ELSEWHERE[type] ?? []).includes(property)) return false;
  return GUARDED.has(property) || (GUARDED_ON[type] ?? []).includes(property);
}
