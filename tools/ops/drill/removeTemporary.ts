import {
  type DBCluster,
  DBClusterNotFoundFault,
  DeleteDBClusterCommand,
  DeleteDBInstanceCommand,
  DescribeDBClustersCommand,
  type RDSClient,
} from "@aws-sdk/client-rds";
import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";
import type { Clock } from "../tasks/clock";
import { newsOf } from "../tasks/news";
import { waitWithProgress } from "../tasks/progress";
import { sayingOnce } from "../tasks/sayingOnce";
import { drillTag, isFromDrill } from "./drillTag";
import { instanceIdentifier } from "./temporaryCluster";

/** An instance takes minutes to go, the cluster after it some more. */
const WAIT_MINUTES = 60;

/**
 * Deletes the cluster of a drill with its instances and backups, and nothing else: a cluster without the drill's own tag
 * is refused whatever its name is. Answers whether it is gone.
 */
export async function removeTemporary(
  scene: Scene,
  rds: RDSClient,
  clock: Clock,
  identifier: string,
): Promise<boolean> {
  const { calls } = scene;
  const cluster = await clusterNamed(scene, rds, identifier, pretendedCluster(identifier));
  if (cluster === undefined) return true;
  if (!isFromDrill(cluster))
    throw new UsageError(`${identifier} has no tag of a restore drill of that name, so it is not deleted.`);
  for (const { DBInstanceIdentifier } of cluster.DBClusterMembers ?? []) {
    const command = new DeleteDBInstanceCommand({ DBInstanceIdentifier, SkipFinalSnapshot: true });
    await calls.send("rds", command, () => rds.send(command), { $metadata: {} });
  }
  const command = new DeleteDBClusterCommand({
    DBClusterIdentifier: identifier,
    SkipFinalSnapshot: true,
    DeleteAutomatedBackups: true,
  });
  await calls.send("rds", command, () => rds.send(command), { $metadata: {} });
  const quiet = { ...scene, calls: sayingOnce(scene) };
  const look = async () => {
    const left = await clusterNamed(quiet, rds, identifier);
    return left === undefined ? { state: "removed", end: true } : { state: `cluster ${left.Status ?? "unknown"}` };
  };
  return (await waitWithProgress(look, { clock, say: newsOf(scene), atMostMinutes: WAIT_MINUTES })) ?? false;
}

async function clusterNamed(
  { calls }: Pick<Scene, "calls">,
  rds: RDSClient,
  identifier: string,
  ...pretended: DBCluster[]
): Promise<DBCluster | undefined> {
  const command = new DescribeDBClustersCommand({ DBClusterIdentifier: identifier });
  const send = async () => {
    try {
      return await rds.send(command);
    } catch (error) {
      if (error instanceof DBClusterNotFoundFault) return { $metadata: {}, DBClusters: [] };
      throw error;
    }
  };
  const { DBClusters: [found] = [] } = await calls.send("rds", command, send, { $metadata: {}, DBClusters: pretended });
  return found;
}

const pretendedCluster = (identifier: string): DBCluster => ({
  DBClusterIdentifier: identifier,
  TagList: [drillTag(identifier)],
  DBClusterMembers: [{ DBInstanceIdentifier: instanceIdentifier(identifier) }],
});
