import { others } from "./entry";

export const OTHERS = others({
  "docdb/cluster:Cluster": { named: { property: "clusterIdentifier" } },
});
