import { facts } from "./facts";

export const TYPES = facts({
  "aws:redshift/cluster:Cluster": { holdsData: true, backedUp: true },
});
