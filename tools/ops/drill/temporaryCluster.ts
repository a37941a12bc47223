import {
  CreateDBInstanceCommand,
  type DBCluster,
  type DBInstance,
  DescribeDBClustersCommand,
  DescribeDBInstancesCommand,
  type RDSClient,
  RestoreDBClusterToPointInTimeCommand,
} from "@aws-sdk/client-rds";
import type { Scene } from "../shared/operation";
import type { Clock } from "../tasks/clock";
import { newsOf } from "../tasks/news";
import { waitWithProgress } from "../tasks/progress";
import { sayingOnce } from "../tasks/sayingOnce";
import { tagsFor } from "./drillTag";

/** What the stack's own instances are: `components/database/clusterInstances.ts`. */
const INSTANCE_CLASS = "db.serverless";
const AVAILABLE = "available";

export interface RestorePlan {
  readonly source: DBCluster;
  /** Of the temporary cluster. */
  readonly identifier: string;
  /** Undefined for the latest moment that can be restored. */
  readonly moment: Date | undefined;
  readonly waitMinutes: number;
}

/** What came of it; a part that is missing did not come in time. */
export interface Restored {
  readonly cluster?: DBCluster;
  readonly instance?: DBInstance;
}

/** Restores a cluster to a moment and puts an instance into it, without which nobody can read it. */
export async function restoreTemporary(
  scene: Scene,
  rds: RDSClient,
  clock: Clock,
  plan: RestorePlan,
): Promise<Restored> {
  const { calls } = scene;
  const restore = restoreCommand(plan);
  await calls.send("rds", restore, () => rds.send(restore), { $metadata: {} });
  const wait = { clock, say: newsOf(scene), atMostMinutes: plan.waitMinutes };
  const cluster = await waitWithProgress(clusterLook(scene, rds, plan), wait);
  if (cluster === undefined) return {};
  // "You can create DB instances only after the action has completed": RestoreDBClusterToPointInTime, RDS API Reference.
  const create = instanceCommand(plan);
  await calls.send("rds", create, () => rds.send(create), { $metadata: {} });
  const instance = await waitWithProgress(instanceLook(scene, rds, plan), wait);
  return instance === undefined ? { cluster } : { cluster, instance };
}

export const instanceIdentifier = (cluster: string): string => `${cluster}-1`;

function restoreCommand({ source, identifier, moment }: RestorePlan): RestoreDBClusterToPointInTimeCommand {
  return new RestoreDBClusterToPointInTimeCommand({
    DBClusterIdentifier: identifier,
    SourceDBClusterIdentifier: source.DBClusterIdentifier,
    ...(moment === undefined ? { UseLatestRestorableTime: true } : { RestoreToTime: moment }),
    // Otherwise it would be in the default security group, reachable by whoever else is.
    VpcSecurityGroupIds: securityGroupsOf(source),
    DBSubnetGroupName: source.DBSubnetGroup,
    DBClusterParameterGroupName: source.DBClusterParameterGroup,
    KmsKeyId: source.KmsKeyId,
    EnableIAMDatabaseAuthentication: source.IAMDatabaseAuthenticationEnabled,
    ServerlessV2ScalingConfiguration: source.ServerlessV2ScalingConfiguration,
    // The least there is: its backups are copies of PHI too.
    BackupRetentionPeriod: 1,
    DeletionProtection: false,
    Tags: tagsFor(identifier, source),
  });
}

function instanceCommand({ source, identifier }: RestorePlan): CreateDBInstanceCommand {
  return new CreateDBInstanceCommand({
    DBInstanceIdentifier: instanceIdentifier(identifier),
    DBClusterIdentifier: identifier,
    DBInstanceClass: INSTANCE_CLASS,
    Engine: source.Engine,
    PubliclyAccessible: false,
    Tags: tagsFor(identifier, source),
  });
}

export const securityGroupsOf = ({ VpcSecurityGroups = [] }: DBCluster): string[] =>
  VpcSecurityGroups.map(({ VpcSecurityGroupId = "" }) => VpcSecurityGroupId).sort();

function clusterLook(scene: Scene, rds: RDSClient, { source, identifier }: RestorePlan) {
  const calls = sayingOnce(scene);
  const command = new DescribeDBClustersCommand({ DBClusterIdentifier: identifier });
  const pretended = { ...source, DBClusterIdentifier: identifier, Status: AVAILABLE };
  return async () => {
    const { DBClusters: [cluster] = [] } = await calls.send("rds", command, () => rds.send(command), {
      $metadata: {},
      DBClusters: [pretended],
    });
    const state = `cluster ${cluster?.Status ?? "not listed yet"}`;
    return cluster?.Status === AVAILABLE ? { state, end: cluster } : { state };
  };
}

function instanceLook(scene: Scene, rds: RDSClient, { identifier }: RestorePlan) {
  const calls = sayingOnce(scene);
  const command = new DescribeDBInstancesCommand({ DBInstanceIdentifier: instanceIdentifier(identifier) });
  return async () => {
    const { DBInstances: [instance] = [] } = await calls.send("rds", command, () => rds.send(command), {
      $metadata: {},
      DBInstances: [{ DBInstanceStatus: AVAILABLE, PubliclyAccessible: false }],
    });
    const state = `instance ${instance?.DBInstanceStatus ?? "not listed yet"}`;
    return instance?.DBInstanceStatus === AVAILABLE ? { state, end: instance } : { state };
  };
}
