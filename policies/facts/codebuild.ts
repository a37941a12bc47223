import { facts } from "./facts";

export const TYPES = facts({
  "aws:codebuild/project:Project": { holdsData: false, workloadSubnets: ["vpcConfig", "subnets"] },
});
