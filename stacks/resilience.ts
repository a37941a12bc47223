import type { Network } from "../components/network/network";
import { BackupPlan } from "../components/resilience/backupPlan";
import type { BackupRoles } from "../components/resilience/backupRoles";
import { BackupVault } from "../components/resilience/backupVault";
import { RestoreTesting } from "../components/resilience/restoreTesting";
import type { Stores } from "../components/resilience/stores";
import type { Alerts } from "./alerts";
import type { Context } from "./context";
import type { Database } from "./database";
import { createKey, type Keys } from "./keys";
import type { Profile } from "./profile";
import type { Storage } from "./storage";

export interface ResilienceParts {
  readonly keys: Keys;
  readonly roles: BackupRoles;
  readonly alerts: Alerts;
  readonly network: Network;
  readonly database: Database;
  readonly storage: Storage;
}

/** Backups of everything that holds records, their copies in the second region, and tests that they can be restored. */
export function createResilience(context: Context, parts: ResilienceParts, profile: Profile): BackupVault {
  const { location, prefix, deletionProtection, opts } = context;
  const { roles, alerts, network, database, storage, keys } = parts;
  const { backup, recoveryRegion } = profile;
  const { lock } = backup;
  const alertsTopicArn = alerts.topic.arn;
  const common = { vaultName: prefix, lock, location, deletionProtection };
  const key = createKey(context, "backup", "Backups", []);
  const vault = new BackupVault("backups", { ...common, kmsKeyArn: key.arn, alertsTopicArn }, opts);
  const copy = backup.copy && {
    // A topic cannot be in another region than its vault: EventBridge tells of copies that failed in this one.
    arn: new BackupVault(
      "backups-copy",
      {
        ...common,
        region: recoveryRegion,
        kmsKeyArn: createKey(context, "backup-copy", "Copies of backups", [], recoveryRegion).arn,
      },
      opts,
    ).arn,
    lock,
    retention: backup.copy,
  };

  const stores: Stores = {
    database: { kind: "database", arn: database.cluster.arn },
    files: { kind: "bucket", arn: storage.files.arn },
    // AWS Backup takes buckets with versions only.
    ...(profile.videos.keepVersions ? { videos: { kind: "bucket", arn: storage.videos.arn } as const } : {}),
  };
  const { continuousBucketDays } = backup;
  new BackupPlan(
    "backup",
    {
      vault: { name: vault.name, lock },
      roleArn: roles.backupRoleArn,
      alertsTopicArn,
      stores,
      objectives: backup.objectives,
      retention: backup.retention,
      ...(copy === undefined ? {} : { copy }),
      ...(continuousBucketDays === undefined ? {} : { continuousBucketDays }),
    },
    opts,
  );
  if (backup.restoreTests !== undefined)
    new RestoreTesting(
      "restore-test",
      {
        planName: prefix.replaceAll("-", "_"),
        vaultArn: vault.arn,
        roleArn: roles.restoreRoleArn,
        schedule: backup.restoreTests.schedule,
        backupAgeDays: 2,
        database: {
          arn: database.cluster.arn,
          placement: { vpcId: network.vpcId, subnetIds: network.isolatedSubnetIds },
        },
        buckets: { files: { arn: storage.files.arn, kmsKeyArn: keys.files.arn } },
        alertsTopicArn,
      },
      opts,
    );
  return vault;
}
