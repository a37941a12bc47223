import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { isOn, numberAt, textAt } from "../fields";
import type { Graph } from "../graph";
import type { Item } from "../line";
import type { Context, Rules } from "../rule";
import { HOURS } from "../usage/usage";

const INSTANCE = "rds/clusterInstance:ClusterInstance";
const CLUSTER = "rds/cluster:Cluster";
const service = "Aurora";
/** The least that RDS Proxy is billed for in front of Aurora Serverless v2: "Amazon RDS Proxy pricing", 2026-11. */
const PROXY_ACU = 8;
/** From this tier on a reader scales by itself; below, it is always as large as the writer: Aurora User Guide. */
const OWN_SCALE_TIER = 2;
/** Days of Performance Insights that cost nothing. */
const FREE_INSIGHTS_DAYS = 7;
const MONTH_DAYS = 31;
/** Size of one report of Enhanced Monitoring, in KB. */
const MONITORING_KB = 5;

export const DATABASE_RULES = {
  [CLUSTER]: cluster,
  [INSTANCE]: instance,
  "rds/proxy:Proxy": proxy,
} satisfies Rules;

function cluster(resource: SnapshotResource, { usage }: Context): readonly Item[] {
  const optimised = textAt(resource, "storageType") === "aurora-iopt1";
  const changed = usage.databaseGb * usage.databaseChangeShare * numberAt(resource, "backupRetentionPeriod", 1);
  const secret: Item = {
    service: "Secrets Manager",
    what: "password that RDS rotates",
    quantity: 1,
    price: "secrets.secret",
  };
  return [
    {
      service,
      what: "database storage",
      quantity: usage.databaseGb,
      price: optimised ? "aurora.gb.io" : "aurora.gb",
    },
    ...(optimised
      ? []
      : [{ service, what: "database I/O", quantity: usage.databaseIoMillions, price: "aurora.io" } as const]),
    { service, what: "point-in-time backups", quantity: changed, price: "aurora.backup" },
    ...(isOn(resource, "manageMasterUserPassword") ? [secret] : []),
  ];
}

function instance(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] | undefined {
  const [its] = graph.of(resource, "clusterIdentifier", CLUSTER);
  if (its === undefined || textAt(resource, "instanceClass") !== "db.serverless") return undefined;
  const hours = awakeHours(its, graph, usage.databaseAwakeHours);
  const acuHours = hours * averageAcu(resource, its, graph, usage);
  const keptDays = numberAt(resource, "performanceInsightsRetentionPeriod", FREE_INSIGHTS_DAYS);
  const seconds = numberAt(resource, "monitoringInterval", 0);
  const items: Item[] = [
    {
      service,
      what: isWriter(resource, its, graph) ? "writer" : "reader",
      quantity: acuHours,
      price: textAt(its, "storageType") === "aurora-iopt1" ? "aurora.acu.io" : "aurora.acu",
    },
  ];
  if (textAt(its, "databaseInsightsMode") === "advanced")
    items.push({
      service,
      what: "Database Insights, advanced",
      quantity: acuHours,
      price: "aurora.insights",
      purpose: "query history of 15 months",
    });
  else if (isOn(resource, "performanceInsightsEnabled") && keptDays > FREE_INSIGHTS_DAYS)
    items.push({
      service,
      what: "Performance Insights over 7 days",
      quantity: (acuHours / HOURS) * Math.ceil(keptDays / MONTH_DAYS),
      price: "aurora.performance",
      purpose: "query history of more than a week",
    });
  if (seconds > 0)
    items.push({
      service: "CloudWatch",
      what: "Enhanced Monitoring",
      quantity: (((hours * 3600) / seconds) * MONITORING_KB) / 1e6,
      price: "logs.standard",
      purpose: "the database machine's own figures",
    });
  return items;
}

function proxy(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const targets = graph.users("rds/proxyTarget:ProxyTarget", "dbProxyName", resource);
  const behind = graph.all(INSTANCE).filter((each) => {
    const [its] = graph.of(each, "clusterIdentifier", CLUSTER);
    return targets.some(({ propertyDependencies }) => {
      const urns = propertyDependencies["dbClusterIdentifier"] ?? [];
      return urns.includes(each.urn) || (its !== undefined && urns.includes(its.urn));
    });
  });
  const acu = behind.reduce((sum, each) => {
    const [its] = graph.of(each, "clusterIdentifier", CLUSTER);
    return its === undefined ? sum : sum + averageAcu(each, its, graph, usage);
  }, 0);
  return [
    {
      service,
      what: `RDS Proxy, ${PROXY_ACU} ACU at least`,
      quantity: HOURS * Math.max(PROXY_ACU, acu),
      price: "proxy.acu",
      purpose: "RDS Proxy: sign-in by IAM, failover without lost connections",
    },
  ];
}

/** The average within what the cluster may have; the same for a reader that is kept as large as the writer. */
function averageAcu(instance: SnapshotResource, cluster: SnapshotResource, graph: Graph, usage: Context["usage"]) {
  const alone = !isWriter(instance, cluster, graph) && numberAt(instance, "promotionTier", 0) >= OWN_SCALE_TIER;
  const least = numberAt(cluster, "serverlessv2ScalingConfiguration.minCapacity", 0.5);
  const most = numberAt(cluster, "serverlessv2ScalingConfiguration.maxCapacity", 128);
  return Math.min(most, Math.max(least, alone ? usage.readerAcu : usage.databaseAcu));
}

/** A cluster with 0 ACU pauses while nobody is connected; a proxy is always connected: Aurora User Guide, auto-pause. */
function awakeHours(cluster: SnapshotResource, graph: Graph, busy: number): number {
  const pauses = numberAt(cluster, "serverlessv2ScalingConfiguration.minCapacity", 0.5) === 0;
  return pauses && graph.all("rds/proxy:Proxy").length === 0 ? busy : HOURS;
}

/** The one that comes first if it fails: the lowest tier, then the first name. */
function isWriter(instance: SnapshotResource, cluster: SnapshotResource, graph: Graph): boolean {
  const [first] = graph
    .users(INSTANCE, "clusterIdentifier", cluster)
    .toSorted((a, b) => numberAt(a, "promotionTier", 0) - numberAt(b, "promotionTier", 0) || (a.urn < b.urn ? -1 : 1));
  return first?.urn === instance.urn;
}
