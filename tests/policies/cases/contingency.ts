import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const cluster: Given = { type: "aws:rds/cluster:Cluster", name: "it", props: { clusterIdentifier: "db" } };
const instance = (name: string, props: Given["props"], from?: Given["from"]): Given => ({
  type: "aws:rds/clusterInstance:ClusterInstance",
  name,
  props,
  ...(from && { from }),
});
const own = { clusterIdentifier: "db" };
const plan: Given = { type: "aws:backup/plan:Plan", name: "it", props: {} };

export const contingency: CaseTable = {
  "database-standby": {
    accepts: [
      ok("a writer and a reader", [cluster, instance("writer", own), instance("reader", own)]),
      ok("instances that are made from the cluster", [
        { ...cluster, props: { clusterIdentifier: LATER } },
        instance("writer", { clusterIdentifier: LATER }, { clusterIdentifier: ["it"] }),
        instance("reader", { clusterIdentifier: LATER }, { clusterIdentifier: ["it"] }),
      ]),
      ok(
        "a cluster that makes its own instances",
        one("rds/cluster:Cluster", { dbClusterInstanceClass: "db.r6gd.large" }),
      ),
      ok(
        "a secondary cluster",
        one("rds/cluster:Cluster", { replicationSourceIdentifier: "arn:aws:rds:us-east-1:1:x" }),
      ),
      ok("an instance with a standby", one("rds/instance:Instance", { multiAz: true })),
      ok("a replica", one("rds/instance:Instance", { replicateSourceDb: "db", multiAz: false })),
    ],
    rejects: [
      bad("a cluster with one instance", /instances: the cluster has a single instance/, [
        cluster,
        instance("writer", own),
      ]),
      bad("a cluster with none of its own", /the cluster has no instance/, [
        cluster,
        instance("a", { clusterIdentifier: "other" }),
        instance("b", { clusterIdentifier: "other" }),
      ]),
      bad("a document cluster alone", /the cluster has no instance/, one("docdb/cluster:Cluster", {})),
      bad("an instance in one zone", /runs in one availability zone/, one("rds/instance:Instance", {})),
      bad("an instance that is told so", /one availability zone/, one("rds/instance:Instance", { multiAz: false })),
    ],
    defers: [
      ok("instances of which nobody knows the cluster", [
        cluster,
        instance("a", { clusterIdentifier: LATER }),
        instance("b", { clusterIdentifier: LATER }),
      ]),
    ],
  },
  "backup-restore-tests": {
    accepts: [
      ok("a plan for trials", [
        plan,
        { type: "aws:backup/restoreTestingPlan:RestoreTestingPlan", name: "trials", props: {} },
      ]),
    ],
    rejects: [bad("backups that nobody tries", /nothing in this stack tests/, [plan])],
  },
};
