import { facts } from "./facts";

export const TYPES = facts({
  "aws:elasticsearch/domain:Domain": { holdsData: true, storeSubnets: ["vpcOptions", "subnetIds"] },
});
