import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";

/** Lists of origins, by type. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  "aws:apigatewayv2/api:Api": ["corsConfiguration", "allowOrigins"],
  "aws:lambda/functionUrl:FunctionUrl": ["cors", "allowOrigins"],
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": ["corsConfig", "accessControlAllowOrigins", "items"],
};
/** Headers of answers, by type: name to value, the value in quotes when it is fixed. */
const HEADERS: Readonly<Record<string, string>> = {
  "aws:apigateway/response:Response": "responseParameters",
  "aws:apigateway/integrationResponse:IntegrationResponse": "responseParameters",
  "aws:apigatewayv2/integrationResponse:IntegrationResponse": "responseParameters",
  "aws:apigatewayv2/integration:Integration": "responseParameters",
};

export const corsAnyOrigin = rule({
  id: "cors-any-origin",
  title: "CORS lets only our own sites read responses of an API or a CDN",
  family: "public-access",
  severity: "medium",
  controls: ["164.312(a)(1)"],
  remediation: "List the exact https origins of the sites that call it",
  types: [...Object.keys(LISTS), ...Object.keys(HEADERS)],
  check: (resource): Outcomes => {
    const list = LISTS[resource.type];
    if (list) return [...resource.at(...list).items.map(origin), customHeaders(resource)];
    const parameters = resource.at(HEADERS[resource.type] ?? "");
    if (parameters.unknown) return parameters.later();
    return headersIn(parameters);
  },
});

function origin(field: Field): Outcome | undefined {
  if (field.unknown) return field.later();
  const text = (field.text ?? "").replaceAll("'", "").trim();
  if (/^(https?:\/\/)?\*(\.[a-z]+)?$/i.test(text))
    return field.refuse("every site on the internet can read the responses");
  if (text === "null") return field.refuse("a sandboxed frame of any site has this origin");
  return /^http:\/\/(?!localhost\b|127\.0\.0\.1\b|\[::1\])/.test(text)
    ? field.refuse("an attacker on the network could act as this site, because it is not https")
    : undefined;
}

function headersIn(parameters: Field): readonly (Outcome | undefined)[] {
  const { value } = parameters;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [];
  return Object.keys(value)
    .filter((each) => /access-control-allow-origin$/i.test(each))
    .map((each) => origin(parameters.at(each)));
}

function customHeaders(resource: Resource): Outcomes {
  return resource
    .at("customHeadersConfig", "items")
    .items.filter((each) => each.at("header").text?.toLowerCase() === "access-control-allow-origin")
    .map((each) => origin(each.at("value")));
}
