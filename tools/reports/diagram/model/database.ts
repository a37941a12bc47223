import { valueAt } from "../../../shared/snapshot/valueAt";
import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import type { Graph } from "./graph";
import { keyOf } from "./keys";
import type { Node } from "./model";
import { isTrue, numberAt, textAt } from "../../../shared/fields";
import type { Placed } from "./services";
import { placeOf } from "./subnets";

const INSTANCE = "rds/clusterInstance:ClusterInstance";

/** Clusters, and what stands in front of them. */
export function databaseNodes(graph: Graph): readonly Placed[] {
  const proxies = graph.all("rds/proxy:Proxy").map((each) => ({
    place: placeOf(graph, each, "vpcSubnetIds"),
    node: {
      title: "RDS Proxy",
      notes: [
        ...(textAt(each.inputs, "defaultAuthScheme") === "IAM_AUTH" ? ["IAM login, no password"] : []),
        ...(isTrue(each.inputs, "requireTls") ? ["TLS required"] : []),
      ],
      members: [each.urn],
    },
  }));
  const clusters = graph.all("rds/cluster:Cluster").map((each) => ({
    place: placeOf(graph, each, "dbSubnetGroupName"),
    node: {
      title: `Aurora PostgreSQL ${textAt(each.inputs, "engineVersion") ?? ""}`.trim(),
      notes: [...capacity(each), ...backups(each)],
      members: [each.urn],
      lock: keyOf(graph, each, "kmsKeyId"),
    },
  }));
  return [...proxies, ...clusters];
}

/** The instances in one availability zone. */
export function instanceNodes(graph: Graph, zone: string): readonly Node[] {
  const all = graph.all(INSTANCE);
  const writer = all.find((each) => valueAt(each.outputs, "writer") === true) ?? all.toSorted(byPromotion)[0];
  return all
    .filter((each) => zoneOf(each) === zone)
    .map((each) => ({ title: each === writer ? "Writer" : "Reader", notes: classOf(each), members: [each.urn] }));
}

function zoneOf(instance: SnapshotResource): string | undefined {
  return textAt(instance.inputs, "availabilityZone") ?? textAt(instance.outputs, "availabilityZone");
}

/** Aurora promotes the lowest tier first; before a first deployment that one becomes the writer. */
function byPromotion(a: SnapshotResource, b: SnapshotResource): number {
  return (numberAt(a.inputs, "promotionTier") ?? 0) - (numberAt(b.inputs, "promotionTier") ?? 0);
}

function classOf(instance: SnapshotResource): readonly string[] {
  const size = textAt(instance.inputs, "instanceClass");
  return size === undefined ? [] : [size === "db.serverless" ? "serverless" : size];
}

function capacity(cluster: SnapshotResource): readonly string[] {
  const least = numberAt(cluster.inputs, "serverlessv2ScalingConfiguration", "minCapacity");
  const most = numberAt(cluster.inputs, "serverlessv2ScalingConfiguration", "maxCapacity");
  return least === undefined || most === undefined ? [] : [`${least} to ${most} ACU`];
}

function backups(cluster: SnapshotResource): readonly string[] {
  const days = numberAt(cluster.inputs, "backupRetentionPeriod");
  return days === undefined ? [] : [`point-in-time restore, ${days} days`];
}
