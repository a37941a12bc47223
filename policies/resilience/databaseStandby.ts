import { isTrue } from "../engine/expect";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";

/** Clusters, and the instances that serve them. */
const SERVED_BY: Readonly<Record<string, string>> = {
  "aws:rds/cluster:Cluster": "aws:rds/clusterInstance:ClusterInstance",
  "aws:docdb/cluster:Cluster": "aws:docdb/clusterInstance:ClusterInstance",
  "aws:neptune/cluster:Cluster": "aws:neptune/clusterInstance:ClusterInstance",
};

export const databaseStandby = rule({
  id: "database-standby",
  title: "A database survives the loss of an availability zone",
  family: "backup",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(C)", "164.308(a)(7)(ii)(B)"],
  remediation: "Give a cluster two instances, and set multiAz on a standalone instance",
  types: [...Object.keys(SERVED_BY), "aws:rds/instance:Instance"],
  level: "advisory",
  check: (database) =>
    database.type !== "aws:rds/instance:Instance" || database.at("replicateSourceDb").given
      ? undefined
      : isTrue(
          database.at("multiAz"),
          "it runs in one availability zone, and its records are unavailable when that zone is lost",
        ),
  checkInStack: (cluster, stack) => {
    const type = SERVED_BY[cluster.type];
    // A Multi-AZ cluster makes its own instances, and a secondary one is the standby itself.
    const own = ["dbClusterInstanceClass", "replicationSourceIdentifier", "globalClusterIdentifier"];
    if (type === undefined || own.some((each) => !cluster.at(each).absent)) return undefined;
    const { yes, unclear } = instancesOf(cluster, stack, type);
    if (yes >= 2) return undefined;
    const instances = { property: "instances" };
    if (yes + unclear >= 2) return { ...instances, notKnown: true as const };
    return {
      ...instances,
      problem: yes + unclear === 0 ? "the cluster has no instance" : "the cluster has a single instance",
    };
  },
});

function instancesOf(
  cluster: Resource,
  stack: Stack,
  type: string,
): Readonly<Record<"yes" | "no" | "unclear", number>> {
  const count = { yes: 0, no: 0, unclear: 0 };
  for (const each of stack.all(type)) count[stack.refers(each, each.at("clusterIdentifier"), cluster)]++;
  return count;
}
