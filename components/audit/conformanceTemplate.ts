import { EDGE_REGION } from "../shared/edgeRegion";
import {
  CONFORMANCE_RULES,
  type ConformanceRule,
  ONLY_WHERE_PHI,
  PACK_PARTS,
  type PackPart,
  RULE_PARAMETERS,
} from "./conformanceRules";

/** The template of one conformance pack in one region. JSON: AWS Config asks for YAML, and all JSON is YAML. */
export function conformanceTemplate(part: PackPart, region: string): string {
  const rules = Object.entries(CONFORMANCE_RULES)
    .filter(([citation]) => PACK_PARTS[part].some((beginning) => citation.startsWith(beginning)))
    .flatMap(([citation, ids]) => ids.map((id) => ({ citation, id })));
  // AWS Config has the rules of CloudFront there only.
  const here = rules.filter(({ id }) => region === EDGE_REGION || !id.startsWith("CLOUDFRONT_"));
  return JSON.stringify({
    Resources: Object.fromEntries(here.map(({ citation, id }) => [logicalId(id), rule(id, citation)])),
  });
}

function rule(id: ConformanceRule, citation: string): object {
  const parameters = RULE_PARAMETERS[id];
  return {
    Type: "AWS::Config::ConfigRule",
    Properties: {
      ConfigRuleName: id.toLowerCase().replaceAll("_", "-"),
      Description: `45 CFR ${citation}`,
      Source: { Owner: "AWS", SourceIdentifier: id },
      ...(parameters === undefined ? {} : { InputParameters: parameters }),
      ...(ONLY_WHERE_PHI.includes(id) ? { Scope: { TagKey: "DataClass", TagValue: "phi" } } : {}),
    },
  };
}

/** CloudFormation's names have letters and digits only. */
function logicalId(id: string): string {
  return id.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase());
}
