import { facts } from "./facts";

export const TYPES = facts({
  "aws:dax/subnetGroup:SubnetGroup": { storeSubnets: ["subnetIds"] },
});
