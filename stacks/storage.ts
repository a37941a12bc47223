import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../components/shared/policyDocument";
import type { BackupRoles } from "../components/resilience/backupRoles";
import { AccessLogBucket } from "../components/storage/accessLogBucket";
import { BucketReplication } from "../components/storage/bucketReplication";
import { quarantineStatements } from "../components/storage/malwareQuarantine";
import { MalwareScan } from "../components/storage/malwareScan";
import { PhiBucket } from "../components/storage/phiBucket";
import type { Alerts } from "./alerts";
import type { Context } from "./context";
import { createKey, type Keys } from "./keys";
import type { Profile } from "./profile";

export interface Storage {
  readonly accessLogs: AccessLogBucket;
  readonly files: PhiBucket;
  readonly videos: PhiBucket;
}

/** Files and recordings, their access log, and their copies in the second region where the settings ask for them. */
export function createStorage(
  context: Context,
  keys: Keys,
  profile: Profile,
  { alerts, backupRoles }: { readonly alerts: Alerts; readonly backupRoles: BackupRoles },
  videoStatements: (bucketArn: string) => pulumi.Input<Statement>[],
): Storage {
  const { location, prefix, deletionProtection, opts } = context;
  const { files: file, videos: video, logs, domain } = profile;
  const bucketName = (purpose: string) => `${prefix}-${purpose}-${location.accountId}`;
  const logArgs = { bucketPrefix: `${prefix}-`, location, retentionDays: logs.auditRetentionDays, deletionProtection };
  const accessLogs = new AccessLogBucket("access-logs", { bucketName: bucketName("access-logs"), ...logArgs }, opts);

  const common = { location, accessLogBucket: accessLogs.name, deletionProtection };
  const origins = { origins: domain.browserOrigins };
  const kept = { keepNoncurrentDays: file.keepNoncurrentDays };
  // The bucket's policy names the role of the scanner, which is made for the bucket.
  const [scannerRoleArn, resolveScannerRoleArn] = pulumi.deferredOutput<string>();
  const readerRoleArns = [backupRoles.backupRoleArn];
  const quarantine = (purpose: string) =>
    file.malwareScan
      ? quarantineStatements({ bucketArn: `arn:aws:s3:::${bucketName(purpose)}`, scannerRoleArn, readerRoleArns })
      : [];
  const files = new PhiBucket(
    "files",
    {
      ...common,
      bucketName: bucketName("files"),
      kmsKeyArn: keys.files.arn,
      versions: kept,
      intelligentTiering: file.intelligentTiering,
      browserUpload: origins,
      statements: quarantine("files"),
    },
    opts,
  );
  if (file.malwareScan) {
    const alertsTopicArn = alerts.topic.arn;
    const scanned = { bucketName: files.name, kmsKeyArn: keys.files.arn, location, alertsTopicArn };
    resolveScannerRoleArn(new MalwareScan("files-scan", scanned, opts).roleArn);
  }
  const videos = new PhiBucket(
    "videos",
    {
      ...common,
      bucketName: bucketName("videos"),
      kmsKeyArn: keys.videos.arn,
      versions: video.keepVersions ? {} : "off",
      archive: { afterDays: video.archiveAfterDays, storageClass: video.archiveClass },
      expireAfterDays: video.retentionDays,
      browserUpload: origins,
      statements: videoStatements(`arn:aws:s3:::${bucketName("videos")}`),
    },
    opts,
  );

  const region = profile.recoveryRegion;
  const replicated = [
    ...(file.replicate
      ? [
          {
            name: "files",
            bucket: files,
            key: keys.files,
            keep: { versions: kept, replicaStatements: quarantine("files-replica") },
          },
        ]
      : []),
    ...(video.replicate
      ? [
          {
            name: "videos",
            bucket: videos,
            key: keys.videos,
            keep: { versions: {}, expireAfterDays: video.retentionDays },
          },
        ]
      : []),
  ];
  if (replicated.length > 0) {
    const replicaLogs = new AccessLogBucket(
      "replica-logs",
      { bucketName: bucketName("replica-logs"), ...logArgs, region },
      opts,
    );
    for (const { name, bucket, key, keep } of replicated) {
      const replicaKey = createKey(context, `${name}-replica`, `Copies of ${name} in ${region}`, [], region);
      new BucketReplication(
        `${name}-replication`,
        {
          sourceBucket: bucket.name,
          sourceKeyArn: key.arn,
          replicaBucketName: bucketName(`${name}-replica`),
          replicaKeyArn: replicaKey.arn,
          replicaAccessLogBucket: replicaLogs.name,
          location,
          replicaRegion: region,
          ...keep,
          deletionProtection,
        },
        opts,
      );
    }
  }
  return { accessLogs, files, videos };
}
