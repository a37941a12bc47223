import { facts } from "./facts";

export const TYPES = facts({
  "aws:msk/cluster:Cluster": { storeSubnets: ["brokerNodeGroupInfo", "clientSubnets"] },
});
