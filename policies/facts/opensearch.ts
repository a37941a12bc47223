import { facts } from "./facts";

export const TYPES = facts({
  "aws:opensearch/domain:Domain": {
    holdsData: true,
    storeSubnets: ["vpcOptions", "subnetIds"],
    named: ["domainName", /^[a-z][a-z\d-]{2,27}$/, "3 to 28 lowercase letters, digits and hyphens"],
  },
  "aws:opensearch/serverlessVpcEndpoint:ServerlessVpcEndpoint": { storeSubnets: ["subnetIds"] },
});
