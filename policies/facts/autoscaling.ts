import { facts } from "./facts";

export const TYPES = facts({
  "aws:autoscaling/group:Group": { workloadSubnets: ["vpcZoneIdentifiers"] },
});
