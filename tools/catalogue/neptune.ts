import { others } from "./entry";

export const OTHERS = others({
  "neptune/cluster:Cluster": { named: { property: "clusterIdentifier" } },
});
