import { facts } from "./facts";

export const TYPES = facts({
  "aws:neptune/cluster:Cluster": { holdsData: true, backedUp: true },
});
