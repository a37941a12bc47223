import { facts } from "./facts";

export const TYPES = facts({
  "aws:redshiftserverless/namespace:Namespace": { holdsData: true },
  "aws:redshiftserverless/workgroup:Workgroup": { storeSubnets: ["subnetIds"] },
});
