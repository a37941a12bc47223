import type * as pulumi from "@pulumi/pulumi";
import { DatabaseProxy } from "../components/database/databaseProxy";
import { PostgresCluster } from "../components/database/postgresCluster";
import type { Network } from "../components/network/network";
import type { Context } from "./context";
import type { Keys } from "./keys";
import type { Profile } from "./profile";

/** The database user that the API logs in as, by IAM; a migration creates it. It owns no table. */
export const APPLICATION_USER = "app";

/** Where applications connect: the cluster, or the proxy in front of it. */
export interface Database {
  readonly cluster: PostgresCluster;
  readonly endpoint: pulumi.Output<string>;
  /** What an application's security group must be let into. */
  readonly securityGroupId: pulumi.Output<string>;
  /** What an application's IAM permission to connect names. */
  readonly resourceId: pulumi.Output<string>;
  /** Name of the proxy, where there is one. */
  readonly proxyName: pulumi.Output<string> | undefined;
}

/** Aurora in the isolated subnets, with RDS Proxy in front where the settings ask for it. */
export function createDatabase(context: Context, keys: Keys, network: Network, profile: Profile): Database {
  const { location, prefix, deletionProtection, opts } = context;
  const { database: db, logs } = profile;
  const placement = { vpcId: network.vpcId, subnetIds: network.isolatedSubnetIds };
  const logging = { logKmsKeyArn: keys.logs.arn, logRetentionDays: logs.auditRetentionDays };
  const { finalSnapshotSuffix } = db;
  const pause = db.pauseAfterSeconds === undefined ? {} : { pauseAfterSeconds: db.pauseAfterSeconds };
  const cluster = new PostgresCluster(
    "database",
    {
      clusterIdentifier: prefix,
      placement,
      location,
      availabilityZones: profile.network.availabilityZones,
      databaseName: db.name,
      masterUsername: db.username,
      engineVersion: db.engineVersion,
      capacity: { min: db.minCapacity, max: db.maxCapacity, ...pause },
      readers: db.readers,
      kmsKeyArn: keys.database.arn,
      secretKmsKeyArn: keys.secrets.arn,
      ...logging,
      backupRetentionDays: db.backupRetentionDays,
      storage: db.storage,
      insights: db.insights,
      applyImmediately: db.applyImmediately,
      ...(finalSnapshotSuffix === undefined ? {} : { finalSnapshotSuffix }),
      deletionProtection,
    },
    opts,
  );
  if (!db.proxy)
    return {
      cluster,
      endpoint: cluster.endpoint,
      securityGroupId: cluster.securityGroupId,
      resourceId: cluster.clusterResourceId,
      proxyName: undefined,
    };
  const proxy = new DatabaseProxy(
    "proxy",
    {
      proxyName: prefix,
      placement,
      location,
      clusterIdentifier: cluster.clusterIdentifier,
      clusterSecurityGroupId: cluster.securityGroupId,
      clusterResourceId: cluster.clusterResourceId,
      users: [APPLICATION_USER],
      ...logging,
    },
    opts,
  );
  const { endpoint, securityGroupId, resourceId, proxyName } = proxy;
  return { cluster, endpoint, securityGroupId, resourceId, proxyName };
}
