/** What a property becomes; `REMOVE` takes it out altogether. */
export const REMOVE = Symbol("remove");
export type Weak = typeof REMOVE | string | number | boolean | readonly unknown[];

/** One way to make a property unsafe, wherever it stands. */
export interface Weakening {
  readonly family: string;
  /** Of the property's path, with `[]` for the elements of a list; at the end of it. */
  readonly path: RegExp;
  /** @default every type */
  readonly type?: RegExp;
  /** Only where the value is one of these now. @default whatever it is */
  readonly from?: readonly unknown[];
  readonly to: readonly Weak[];
}

const AWS_KEY = "alias/aws/s3";
const on = (family: string, path: RegExp, type?: RegExp): Weakening => ({
  family,
  path,
  from: [true],
  to: [false, REMOVE],
  ...(type && { type }),
});
/** AWS's own default is the safe one, so only the opposite is a weakening. */
const keptOff = (family: string, path: RegExp, type?: RegExp): Weakening => ({
  family,
  path,
  from: [false],
  to: [true],
  ...(type && { type }),
});

/** Every property of the platform's resources that holds patients' data closed, in place, or known. */
export const WEAKENINGS: readonly Weakening[] = [
  // Encryption at rest
  {
    family: "encryption-at-rest",
    path: /(^|\.)(kmsKeyId|kmsMasterKeyId|kmsKeyArn|kmsKey|performanceInsightsKmsKeyId|masterUserSecretKmsKeyId|replicaKmsKeyId|encryptionKey|s3KmsKeyArn)$/,
    to: [REMOVE, "", AWS_KEY],
  },
  { family: "encryption-at-rest", path: /\.sseAlgorithm$/, from: ["aws:kms"], to: ["AES256", REMOVE] },
  on("encryption-at-rest", /(^|\.)(storageEncrypted|cloudWatchEncryptionEnabled)$/),
  on("encryption-at-rest", /^enabled$/, /^aws:ebs\/encryptionByDefault/),
  { family: "encryption-at-rest", path: /encryptionConfigurations\[\]\.encryptionType$/, to: ["AES256"] },
  on("encryption-at-rest", /^enableKeyRotation$/),
  // Public access and network exposure
  on("public-access", /^(blockPublicAcls|blockPublicPolicy|ignorePublicAcls|restrictPublicBuckets)$/),
  keptOff(
    "public-access",
    /(^|\.)(publiclyAccessible|mapPublicIpOnLaunch|assignPublicIp|allowUnauthenticatedIdentities)$/,
  ),
  { family: "public-access", path: /^rule\.objectOwnership$/, to: ["ObjectWriter", "BucketOwnerPreferred"] },
  { family: "public-access", path: /(^|\.)cidrIpv4$/, type: /IngressRule$/, to: ["0.0.0.0/0", "0.0.0.0/1"] },
  { family: "public-access", path: /^state$/, type: /BlockPublicAccess$/, to: ["unblocked"] },
  // Encryption in transit
  { family: "encryption-in-transit", path: /^sslPolicy$/, to: ["ELBSecurityPolicy-2016-08", REMOVE] },
  { family: "encryption-in-transit", path: /^protocol$/, type: /lb\/listener:/, from: ["HTTPS"], to: ["HTTP"] },
  on("encryption-in-transit", /^requireTls$/),
  { family: "encryption-in-transit", path: /viewerProtocolPolicy$/, to: ["allow-all"] },
  { family: "encryption-in-transit", path: /minimumProtocolVersion$/, to: ["TLSv1", REMOVE] },
  { family: "encryption-in-transit", path: /^securityPolicy$/, type: /apigateway/, to: ["TLS_1_0"] },
  { family: "encryption-in-transit", path: /redirect\.protocol$/, to: ["HTTP"] },
  // Deletion and replacement
  on("deletion-protection", /^(deletionProtection|enableDeletionProtection|deletionProtectionEnabled)$/),
  { family: "deletion-protection", path: /^deletionProtection$/, from: ["ACTIVE"], to: ["INACTIVE", REMOVE] },
  keptOff("deletion-protection", /^(forceDestroy|forceDelete|skipFinalSnapshot|deleteAutomatedBackups)$/),
  { family: "deletion-protection", path: /^deletionWindowInDays$/, to: [7] },
  { family: "deletion-protection", path: /^recoveryWindowInDays$/, to: [0] },
  // Backup
  { family: "backup", path: /^backupRetentionPeriod$/, to: [1, 0] },
  { family: "backup", path: /^rules\[\]\.schedule$/, type: /backup\/plan/, to: ["cron(0 5 1 * ? *)"] },
  { family: "backup", path: /^minRetentionDays$/, to: [REMOVE] },
  { family: "backup", path: /^versioningConfiguration\.status$/, to: ["Suspended"] },
  { family: "backup", path: /^rules\[\]\.status$/, type: /Replication/, to: ["Disabled"] },
  // Identity
  { family: "identity", path: /^mfaConfiguration$/, to: ["OFF", "OPTIONAL", REMOVE] },
  on("identity", /softwareTokenMfaConfiguration\.enabled$/),
  { family: "identity", path: /passwordPolicy\.minimumLength$/, to: [6] },
  on("identity", /passwordPolicy\.require\w+$/),
  on("identity", /allowAdminCreateUserOnly$/),
  { family: "identity", path: /advancedSecurityMode$/, to: ["OFF"] },
  { family: "identity", path: /^preventUserExistenceErrors$/, to: ["LEGACY", REMOVE] },
  on("identity", /^enableTokenRevocation$/),
  { family: "identity", path: /^(accessTokenValidity|idTokenValidity)$/, to: [720] },
  { family: "identity", path: /^refreshTokenValidity$/, to: [3650] },
  { family: "identity", path: /^writeAttributes$/, to: [REMOVE, ["email", "custom:role"]] },
  { family: "identity", path: /^minimumPasswordLength$/, to: [6] },
  on("identity", /^serverSideTokenCheck$/),
  // Entry
  {
    family: "identity",
    path: /^authorization$/,
    type: /apigateway\/method:/,
    from: ["COGNITO_USER_POOLS"],
    to: ["NONE"],
  },
  { family: "network-exposure", path: /throttling(Rate|Burst)Limit$/, to: [REMOVE, -1] },
  { family: "network-exposure", path: /^webAclId$/, to: [REMOVE] },
  { family: "network-exposure", path: /trustedKeyGroups$/, to: [REMOVE, []] },
  { family: "network-exposure", path: /originAccessControlId$/, to: [REMOVE] },
  { family: "effective-settings", path: /^signingBehavior$/, to: ["never", "no-override"] },
  on("network-exposure", /^disableExecuteApiEndpoint$/),
  // Logs
  keptOff("phi-in-logs", /(^|\.)(dataTraceEnabled|debugLogging)$/),
  { family: "logging", path: /^retentionInDays$/, to: [1, REMOVE] },
  { family: "logging", path: /(^|\.)loggingLevel$/, to: ["OFF"] },
  { family: "logging", path: /^trafficType$/, to: ["REJECT"] },
  on("logging", /^(enableLogFileValidation|isMultiRegionTrail|includeGlobalServiceEvents|enableLogging|isEnabled)$/),
  { family: "logging", path: /^enabledCloudwatchLogsExports$/, to: [REMOVE, []] },
  on("logging", /^accessLogs\.enabled$/),
  on("logging", /^xrayTracingEnabled$/),
  // Settings without effect
  { family: "effective-settings", path: /^rule\.defaultRetention\.days$/, to: [1] },
  { family: "effective-settings", path: /^alarmActions$/, to: [REMOVE, []] },
  on("effective-settings", /^enable$/, /guardduty/),
  on("effective-settings", /^dropInvalidHeaderFields$/),
  { family: "effective-settings", path: /^imageTagMutability$/, to: ["MUTABLE"] },
  on("effective-settings", /scanOnPush$/),
  { family: "effective-settings", path: /^httpTokens$/, to: ["optional"] },
];

/** Resources that only exist to hold another one safe: taking one away is a weakening. */
export const GUARDS: readonly (readonly [family: string, type: RegExp])[] = [
  ["public-access", /^aws:s3\/bucketPublicAccessBlock:/],
  ["encryption-at-rest", /^aws:s3\/bucketServerSideEncryptionConfiguration:/],
  ["encryption-in-transit", /^aws:s3\/bucketPolicy:/],
  ["public-access", /^aws:s3\/bucketOwnershipControls:/],
  ["backup", /^aws:backup\/selection:/],
  ["effective-settings", /^aws:wafv2\/webAclAssociation:/],
  ["logging", /^aws:wafv2\/webAclLoggingConfiguration:/],
  ["logging", /^aws:ec2\/flowLog:/],
  ["logging", /^aws:s3\/bucketLogging:/],
  ["network-exposure", /^aws:apigateway\/methodSettings:/],
];
