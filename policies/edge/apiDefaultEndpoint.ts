import { isTrue } from "../engine/expect";
import { rule } from "../rule";

const MAPPINGS: readonly (readonly [string, string])[] = [
  ["aws:apigateway/basePathMapping:BasePathMapping", "restApi"],
  ["aws:apigatewayv2/apiMapping:ApiMapping", "apiId"],
];

export const apiDefaultEndpoint = rule({
  id: "api-default-endpoint",
  title: "An API with a custom domain has no second endpoint",
  family: "encryption-in-transit",
  severity: "medium",
  controls: ["164.312(e)(1)", "164.312(a)(1)"],
  remediation: "Set disableExecuteApiEndpoint to true",
  types: ["aws:apigateway/restApi:RestApi", "aws:apigatewayv2/api:Api"],
  checkInStack: (api, stack) => {
    const mapped = MAPPINGS.some(([type, property]) => stack.referring(api, [type], property).length > 0);
    return mapped
      ? isTrue(
          api.at("disableExecuteApiEndpoint"),
          "AWS's own endpoint stays open and bypasses the custom domain and its TLS policy",
        )
      : undefined;
  },
});
