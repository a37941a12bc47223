import { facts } from "./facts";

export const TYPES = facts({
  "aws:dsql/cluster:Cluster": { holdsData: true },
});
