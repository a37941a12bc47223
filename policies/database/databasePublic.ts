import { isNotTrue } from "../engine/expect";
import { rule } from "../rule";

const MSK = "aws:msk/cluster:Cluster";
const REDSHIFT = "aws:redshift/cluster:Cluster";

/** AWS's default is private for each of these when nothing is written. */
const FLAGS: Readonly<Record<string, string>> = {
  "aws:rds/instance:Instance": "publiclyAccessible",
  "aws:rds/clusterInstance:ClusterInstance": "publiclyAccessible",
  "aws:rds/shardGroup:ShardGroup": "publiclyAccessible",
  "aws:docdb/clusterInstance:ClusterInstance": "publiclyAccessible",
  "aws:neptune/clusterInstance:ClusterInstance": "publiclyAccessible",
  "aws:neptunegraph/graph:Graph": "publicConnectivity",
  [REDSHIFT]: "publiclyAccessible",
  "aws:redshiftserverless/workgroup:Workgroup": "publiclyAccessible",
  "aws:timestreaminfluxdb/dbInstance:DbInstance": "publiclyAccessible",
  "aws:timestreaminfluxdb/dbCluster:DbCluster": "publiclyAccessible",
  "aws:dms/replicationInstance:ReplicationInstance": "publiclyAccessible",
  "aws:dms/instanceProfile:InstanceProfile": "publiclyAccessible",
  "aws:mq/broker:Broker": "publiclyAccessible",
  "aws:lightsail/database:Database": "publiclyAccessible",
  "aws:m2/environment:Environment": "publiclyAccessible",
};

export const databasePublic = rule({
  id: "database-public",
  title: "No database, broker or replication instance has a public address",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Leave it out or set it to false, and reach it from inside the VPC",
  types: [...Object.keys(FLAGS), MSK],
  check: (database) => {
    if (database.type === MSK) {
      const access = database.at("brokerNodeGroupInfo", "connectivityInfo", "publicAccess", "type");
      if (access.unknown) return access.later();
      return access.absent || access.text === "DISABLED"
        ? undefined
        : access.refuse("the brokers get public addresses");
    }
    const elasticIp = database.at("elasticIp");
    return [
      isNotTrue(database.at(FLAGS[database.type] ?? ""), "the internet can reach it"),
      database.type === REDSHIFT && !elasticIp.absent
        ? elasticIp.refuse("an Elastic IP is a public address")
        : undefined,
    ];
  },
});
