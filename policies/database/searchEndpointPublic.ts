import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { isBlock, listOf, parseJson } from "../shared/document";

const SERVERLESS = "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy";

export const searchEndpointPublic = rule({
  id: "search-endpoint-public",
  title: "Search domains and collections have their endpoints in the VPC",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Set vpcOptions with private subnets; in a network policy name SourceVPCEs and no AllowFromPublic",
  types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain", SERVERLESS],
  check: (search) => {
    if (search.type === SERVERLESS)
      return search.at("type").text === "network" ? network(search.at("policy")) : undefined;
    const subnets = search.at("vpcOptions", "subnetIds");
    if (subnets.unknown) return subnets.later();
    return subnets.absent ? search.at("vpcOptions").refuse("the endpoint is on the internet") : undefined;
  },
});

function network(policy: Field): Outcomes {
  if (policy.unknown) return policy.later();
  const rules = listOf(policy.text === undefined ? policy.value : parseJson(policy.text));
  const open = rules.some((each) => isBlock(each) && each["AllowFromPublic"] === true);
  return open ? policy.refuse("the collection's endpoint is on the internet") : undefined;
}
