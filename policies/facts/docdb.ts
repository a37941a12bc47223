import { facts } from "./facts";
import { databaseName } from "./databaseName";

export const TYPES = facts({
  "aws:docdb/cluster:Cluster": { holdsData: true, backedUp: true, named: databaseName("clusterIdentifier") },
  "aws:docdb/elasticCluster:ElasticCluster": { holdsData: true, storeSubnets: ["subnetIds"] },
});
