import { ANY, facts, subject, type Dimensions } from "./facts";
import { databaseName } from "./databaseName";

export const TYPES = facts(
  {
    "aws:rds/cluster:Cluster": { holdsData: true, backedUp: true, named: databaseName("clusterIdentifier") },
    "aws:rds/instance:Instance": { holdsData: true, backedUp: true, named: databaseName("identifier") },
    "aws:rds/globalCluster:GlobalCluster": { holdsData: true },
    "aws:rds/proxy:Proxy": { holdsData: false, storeSubnets: ["vpcSubnetIds"], named: databaseName("name") },
    "aws:rds/clusterInstance:ClusterInstance": { holdsData: false, named: databaseName("identifier") },
  },
  [
    "aws:rds/clusterParameterGroup:ClusterParameterGroup",
    "aws:rds/proxyDefaultTargetGroup:ProxyDefaultTargetGroup",
    "aws:rds/proxyTarget:ProxyTarget",
    "aws:rds/subnetGroup:SubnetGroup",
  ],
);

export const METRICS: Dimensions = {
  "AWS/RDS": {
    DBClusterIdentifier: subject(["clusterIdentifier"], "aws:rds/cluster:Cluster"),
    DBInstanceIdentifier: subject(
      ["identifier"],
      "aws:rds/clusterInstance:ClusterInstance",
      "aws:rds/instance:Instance",
    ),
    ProxyName: subject(["name"], "aws:rds/proxy:Proxy"),
    Role: ANY,
    DatabaseClass: ANY,
    EngineName: ANY,
    SourceRegion: ANY,
    DbClusterIdentifier: subject(["clusterIdentifier"], "aws:rds/cluster:Cluster"),
    Target: ANY,
    TargetGroup: ANY,
    TargetRole: ANY,
  },
};
