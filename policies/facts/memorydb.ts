import { facts } from "./facts";

export const TYPES = facts({
  "aws:memorydb/cluster:Cluster": { holdsData: true },
});
