import * as pulumi from "@pulumi/pulumi";
import type { BackupRoles } from "../components/resilience/backupRoles";
import type { Statement } from "../components/shared/policyDocument";
import { AccessLogBucket } from "../components/storage/accessLogBucket";
import { BucketReplication, type BucketReplicationArgs } from "../components/storage/bucketReplication";
import { quarantineStatements } from "../components/storage/malwareQuarantine";
import { MalwareScan } from "../components/storage/malwareScan";
import { PhiBucket } from "../components/storage/phiBucket";
import type { ReplicationSubject } from "../components/storage/replicationAlarms";
import type { Alerts } from "./alerts";
import type { Context } from "./context";
import { createKey, type Keys } from "./keys";
import type { Profile } from "./profile";

export interface Storage {
  readonly accessLogs: AccessLogBucket;
  readonly files: PhiBucket;
  readonly videos: PhiBucket;
  /** What is copied to the second region; empty where the settings ask for no copies. */
  readonly replications: readonly ReplicationSubject[];
}

interface StorageParts {
  readonly alerts: Alerts;
  readonly backupRoles: BackupRoles;
}

/** Files and recordings, their access log, and their copies in the second region where the settings ask for them. */
export function createStorage(
  context: Context,
  keys: Keys,
  profile: Profile,
  parts: StorageParts,
  videoStatements: (bucketArn: string) => pulumi.Input<Statement>[],
): Storage {
  const { opts } = context;
  const bucketName = namesIn(context);
  const accessLogs = new AccessLogBucket(
    "access-logs",
    { bucketName: bucketName("access-logs"), ...accessLogArgs(context, profile) },
    opts,
  );
  const common = {
    location: context.location,
    accessLogBucket: accessLogs.name,
    browserUpload: { origins: profile.domain.browserOrigins },
    deletionProtection: context.deletionProtection,
  };
  const { files, replicaStatements } = createFiles(context, keys, profile, parts, common);
  const { keepVersions, archiveAfterDays, archiveClass, retentionDays } = profile.videos;
  const videos = new PhiBucket(
    "videos",
    {
      ...common,
      bucketName: bucketName("videos"),
      kmsKeyArn: keys.videos.arn,
      versions: keepVersions ? {} : "off",
      archive: { afterDays: archiveAfterDays, storageClass: archiveClass },
      expireAfterDays: retentionDays,
      statements: videoStatements(`arn:aws:s3:::${bucketName("videos")}`),
    },
    opts,
  );
  const replications = createReplicas(context, profile, [
    ...(profile.files.replicate
      ? [
          {
            purpose: "files",
            bucket: files,
            key: keys.files,
            replica: { versions: noncurrentFiles(profile), replicaStatements },
          },
        ]
      : []),
    ...(profile.videos.replicate
      ? [
          {
            purpose: "videos",
            bucket: videos,
            key: keys.videos,
            replica: { versions: {}, expireAfterDays: retentionDays },
          },
        ]
      : []),
  ]);
  return { accessLogs, files, videos, replications };
}

const namesIn =
  ({ prefix, location }: Context) =>
  (purpose: string) =>
    `${prefix}-${purpose}-${location.accountId}`;

const accessLogArgs = ({ prefix, location, deletionProtection }: Context, { logs }: Profile) => ({
  bucketPrefix: `${prefix}-`,
  location,
  retentionDays: logs.auditRetentionDays,
  deletionProtection,
});

const noncurrentFiles = ({ files }: Profile) => ({ keepNoncurrentDays: files.keepNoncurrentDays });

type CommonBucketArgs = Pick<
  ConstructorParameters<typeof PhiBucket>[1],
  "location" | "accessLogBucket" | "browserUpload" | "deletionProtection"
>;

/** What patients and staff upload, scanned for malware where the settings ask for it. */
function createFiles(
  context: Context,
  keys: Keys,
  profile: Profile,
  { alerts, backupRoles }: StorageParts,
  common: CommonBucketArgs,
) {
  const { location, opts } = context;
  const { malwareScan, intelligentTiering } = profile.files;
  const bucketName = namesIn(context);
  // The bucket's policy names the role of the scanner, which is made for the bucket.
  const [scannerRoleArn, resolveScannerRoleArn] = pulumi.deferredOutput<string>();
  const readerRoleArns = [backupRoles.backupRoleArn];
  const quarantine = (purpose: string) =>
    malwareScan
      ? quarantineStatements({ bucketArn: `arn:aws:s3:::${bucketName(purpose)}`, scannerRoleArn, readerRoleArns })
      : [];
  const files = new PhiBucket(
    "files",
    {
      ...common,
      bucketName: bucketName("files"),
      kmsKeyArn: keys.files.arn,
      versions: noncurrentFiles(profile),
      intelligentTiering,
      statements: quarantine("files"),
    },
    opts,
  );
  if (malwareScan) {
    const scanned = {
      bucketName: files.name,
      kmsKeyArn: keys.files.arn,
      location,
      alertsTopicArn: alerts.topic.arn,
    };
    resolveScannerRoleArn(new MalwareScan("files-scan", scanned, opts).roleArn);
  }
  return { files, replicaStatements: quarantine("files-replica") };
}

interface Replicated {
  readonly purpose: string;
  readonly bucket: PhiBucket;
  readonly key: Keys["files"];
  readonly replica: Pick<BucketReplicationArgs, "versions" | "expireAfterDays" | "replicaStatements">;
}

/** Copies in the second region, each with a key of its own, and one access log for all of them. */
function createReplicas(context: Context, profile: Profile, replicated: readonly Replicated[]): ReplicationSubject[] {
  if (replicated.length === 0) return [];
  const { location, deletionProtection, opts } = context;
  const region = profile.recoveryRegion;
  const bucketName = namesIn(context);
  const replicaLogs = new AccessLogBucket(
    "replica-logs",
    { bucketName: bucketName("replica-logs"), ...accessLogArgs(context, profile), region },
    opts,
  );
  return replicated.map(({ purpose, bucket, key, replica }) => {
    const replicaKey = createKey(context, `${purpose}-replica`, `Copies of ${purpose} in ${region}`, [], region);
    const { replicaName } = new BucketReplication(
      `${purpose}-replication`,
      {
        sourceBucket: bucket.name,
        sourceKmsKeyArn: key.arn,
        replicaBucketName: bucketName(`${purpose}-replica`),
        replicaKmsKeyArn: replicaKey.arn,
        replicaAccessLogBucket: replicaLogs.name,
        location,
        replicaRegion: region,
        ...replica,
        deletionProtection,
      },
      opts,
    );
    return { purpose, sourceBucket: bucket.name, replicaBucket: replicaName };
  });
}

/** Objects of one store, and its key for S3's use only. */
export function storeStatements(
  { location }: Context,
  stores: readonly { sid: string; bucketArn: pulumi.Input<string>; keyArn: pulumi.Input<string> }[],
): Statement[] {
  return stores.flatMap(({ sid, bucketArn, keyArn }) => [
    {
      Sid: `${sid}Objects`,
      Effect: "Allow" as const,
      Action: [
        "s3:GetObject",
        "s3:PutObject",
        "s3:DeleteObject",
        "s3:AbortMultipartUpload",
        "s3:ListMultipartUploadParts",
      ],
      Resource: pulumi.interpolate`${bucketArn}/*`,
    },
    { Sid: `${sid}List`, Effect: "Allow" as const, Action: "s3:ListBucket", Resource: bucketArn },
    {
      Sid: `${sid}Key`,
      Effect: "Allow" as const,
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: keyArn,
      Condition: { StringEquals: { "kms:ViaService": `s3.${location.region}.amazonaws.com` } },
    },
  ]);
}
