import { LATER, LATER_LIST } from "../runner";
import { AWS_KEY, bad, type CaseTable, KEY, keyCases, ok, one, written } from "./case";

const CLUSTER = "rds/cluster:Cluster";
const INSTANCE = "rds/instance:Instance";
const TABLE = "dynamodb/table:Table";

export const databaseEncryption: CaseTable = {
  "rds-encryption": {
    accepts: [
      ok("a cluster with a key of ours", one(CLUSTER, { storageEncrypted: true, kmsKeyId: KEY })),
      ok("an instance with a key of ours", one(INSTANCE, { storageEncrypted: "true", kmsKeyId: KEY })),
      ok("a read replica, which shares its source's key", one(INSTANCE, { replicateSourceDb: "telehealth-db" })),
      ok(
        "a global cluster made of an encrypted one",
        one("rds/globalCluster:GlobalCluster", {
          sourceDbClusterIdentifier: "arn:aws:rds:us-east-1:111122223333:cluster:db",
        }),
      ),
      ok("a global cluster", one("rds/globalCluster:GlobalCluster", { storageEncrypted: true })),
    ],
    rejects: [
      ...[undefined, null, false, "", 0, "false"].map((storageEncrypted) =>
        bad(
          `storageEncrypted ${written(storageEncrypted)}`,
          /storage is not encrypted/,
          one(CLUSTER, { storageEncrypted, kmsKeyId: KEY }),
        ),
      ),
      bad("an instance that says nothing", /not encrypted/, one(INSTANCE, {})),
      bad(
        "a replica of another region, which needs a key there",
        /not encrypted/,
        one(INSTANCE, { replicateSourceDb: "arn:aws:rds:us-west-2:111122223333:db:telehealth" }),
      ),
      bad("no key", /no key named/, one(CLUSTER, { storageEncrypted: true })),
      bad("the key of AWS", /AWS manages/, one(CLUSTER, { storageEncrypted: true, kmsKeyId: AWS_KEY })),
      bad(
        "a replica that says no",
        /not encrypted/,
        one(INSTANCE, { replicateSourceDb: "db", storageEncrypted: false }),
      ),
      bad("a global cluster that says nothing", /not encrypted/, one("docdb/globalCluster:GlobalCluster", {})),
    ],
    defers: [ok("a key made in the same update", one(CLUSTER, { storageEncrypted: true, kmsKeyId: LATER }))],
  },
  "rds-copy-encryption": keyCases("rds/clusterSnapshotCopy:ClusterSnapshotCopy", (kmsKeyId) => ({ kmsKeyId }), LATER),
  "performance-insights-encryption": {
    accepts: [
      ok("insights off", one("rds/clusterInstance:ClusterInstance", {})),
      ok(
        "a key of ours",
        one("rds/clusterInstance:ClusterInstance", {
          performanceInsightsEnabled: true,
          performanceInsightsKmsKeyId: KEY,
        }),
      ),
    ],
    rejects: [
      bad("no key", /no key named/, one("rds/clusterInstance:ClusterInstance", { performanceInsightsEnabled: true })),
      bad(
        "no key on DocumentDB",
        /no key named/,
        one("docdb/clusterInstance:ClusterInstance", { enablePerformanceInsights: true }),
      ),
    ],
    defers: [ok("an unknown switch", one(INSTANCE, { performanceInsightsEnabled: LATER }))],
  },
  "database-password-encryption": {
    accepts: [
      ok("a password of one's own", one(CLUSTER, { masterPassword: "x" })),
      ok("a key of ours", one(CLUSTER, { manageMasterUserPassword: true, masterUserSecretKmsKeyId: KEY })),
    ],
    rejects: [
      bad("no key", /no key named/, one(CLUSTER, { manageMasterUserPassword: true })),
      bad("Redshift without a key", /no key named/, one("redshift/cluster:Cluster", { manageMasterPassword: true })),
    ],
    defers: [ok("an unknown key", one(CLUSTER, { manageMasterUserPassword: true, masterUserSecretKmsKeyId: LATER }))],
  },
  "docdb-neptune-encryption": {
    accepts: [
      ok("DocumentDB", one("docdb/cluster:Cluster", { storageEncrypted: true, kmsKeyId: KEY })),
      ok("Neptune", one("neptune/cluster:Cluster", { storageEncrypted: true, kmsKeyArn: KEY })),
      ok("an elastic cluster", one("docdb/elasticCluster:ElasticCluster", { kmsKeyId: KEY })),
    ],
    rejects: [
      bad("DocumentDB in the clear", /not encrypted/, one("docdb/cluster:Cluster", { kmsKeyId: KEY })),
      bad("Neptune with no key", /no key/, one("neptune/cluster:Cluster", { storageEncrypted: true })),
      bad("a graph with no key", /no key/, one("neptunegraph/graph:Graph", {})),
    ],
    defers: [ok("an unknown key", one("neptune/cluster:Cluster", { storageEncrypted: true, kmsKeyArn: LATER }))],
  },
  "dynamodb-encryption": {
    accepts: [
      ok(
        "a key of ours, in each region",
        one(TABLE, {
          serverSideEncryption: { enabled: true, kmsKeyArn: KEY },
          replicas: [{ regionName: "us-west-2", kmsKeyArn: KEY }],
        }),
      ),
      ok("a replica", one("dynamodb/tableReplica:TableReplica", { kmsKeyArn: KEY })),
    ],
    rejects: [
      bad("nothing", /key that AWS owns/, one(TABLE, {})),
      bad(
        "enabled false",
        /key that AWS owns/,
        one(TABLE, { serverSideEncryption: { enabled: false, kmsKeyArn: KEY } }),
      ),
      bad("no key", /no key named/, one(TABLE, { serverSideEncryption: { enabled: true } })),
      bad(
        "a replica without a key",
        /the replica is encrypted with no key/,
        one(TABLE, {
          serverSideEncryption: { enabled: true, kmsKeyArn: KEY },
          replicas: [{ regionName: "us-west-2" }],
        }),
      ),
    ],
    defers: [
      ok(
        "unknown replicas",
        one(TABLE, { serverSideEncryption: { enabled: true, kmsKeyArn: KEY }, replicas: LATER_LIST }),
      ),
    ],
  },
  "managed-database-encryption": {
    ...keyCases("timestreamwrite/database:Database", (kmsKeyId) => ({ kmsKeyId }), LATER),
    rejects: [
      bad(
        "Keyspaces with the key of AWS",
        /no key named/,
        one("keyspaces/table:Table", { encryptionSpecification: { type: "AWS_OWNED_KMS_KEY" } }),
      ),
      bad("a ledger with the key of AWS", /AWS manages/, one("qldb/ledger:Ledger", { kmsKey: "AWS_OWNED_KMS_KEY" })),
      bad("DSQL with nothing", /no key named/, one("dsql/cluster:Cluster", {})),
      bad("DMS with nothing", /no key named/, one("dms/replicationInstance:ReplicationInstance", {})),
    ],
  },
};
