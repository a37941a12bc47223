import { facts } from "./facts";

export const TYPES = facts({
  "aws:elasticache/serverlessCache:ServerlessCache": { storeSubnets: ["subnetIds"] },
  "aws:elasticache/replicationGroup:ReplicationGroup": {
    named: [
      "replicationGroupId",
      /^[a-z](?!.*--)([a-z\d-]{0,38}[a-z\d])?$/i,
      "at most 40 letters, digits and single hyphens",
    ],
  },
});
