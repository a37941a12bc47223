import { CONFORMANCE_RULES, RULE_PARAMETERS, type ConformanceRule } from "./conformanceRules";

/** CloudFront is one for all regions, and is judged in this one; elsewhere AWS does not know its rules. */
const CLOUDFRONT_REGION = "us-east-1";

/** The template of a conformance pack in one region. JSON: AWS Config asks for YAML, and all JSON is YAML. */
export function conformanceTemplate(region: string): string {
  const rules = Object.entries(CONFORMANCE_RULES).flatMap(([citation, ids]) => ids.map((id) => ({ citation, id })));
  const here = rules.filter(({ id }) => region === CLOUDFRONT_REGION || !id.startsWith("CLOUDFRONT_"));
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
    },
  };
}

/** CloudFormation's names have letters and digits only. */
function logicalId(id: string): string {
  return id.toLowerCase().replaceAll(/(?:^|_)(\w)/g, (_, first: string) => first.toUpperCase());
}
