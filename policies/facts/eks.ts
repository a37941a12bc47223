import { facts } from "./facts";

export const TYPES = facts({
  "aws:eks/nodeGroup:NodeGroup": { workloadSubnets: ["subnetIds"] },
  "aws:eks/fargateProfile:FargateProfile": { workloadSubnets: ["subnetIds"] },
});
