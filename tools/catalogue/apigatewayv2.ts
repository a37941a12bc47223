import { API } from "./apigateway";
import { made, others } from "./entry";
import { FREE } from "./reasons";

export const MADE = made({
  "apigatewayv2/vpcLink:VpcLink": {
    price: FREE.network,
    seconds: [60, 150, 360],
    outputs: { id: "{alnum6}", arn: `${API}/vpclinks/{id}` },
    replacedBy: "securityGroupIds subnetIds",
    partOf: "apigateway/restApi:RestApi",
  },
});

export const OTHERS = others({
  "apigatewayv2/api:Api": {
    outputs: {
      id: "{alnum10}",
      arn: `${API}/apis/{id}`,
      apiEndpoint: "https://{id}.execute-api.{region}.{domain}",
      executionArn: "{arn:execute-api}{id}",
    },
    replacedBy: "protocolType",
  },
  "apigatewayv2/stage:Stage": {
    outputs: {
      id: "{name}",
      arn: `${API}/apis/{.apiId}/stages/{name}`,
      executionArn: "{arn:execute-api}{.apiId}/{name}",
      invokeUrl: "https://{.apiId}.execute-api.{region}.{domain}/{name}",
      deploymentId: "{alnum6}",
    },
    replacedBy: "apiId name",
  },
  "apigatewayv2/route:Route": { outputs: { id: "{alnum7}" } },
  "apigatewayv2/integration:Integration": { outputs: { id: "{alnum7}" } },
  "apigatewayv2/authorizer:Authorizer": { outputs: { id: "{alnum6}" } },
  "apigatewayv2/domainName:DomainName": { outputs: { id: "{.domainName}", arn: `${API}/domainnames/{.domainName}` } },
  "apigatewayv2/apiMapping:ApiMapping": { outputs: { id: "{alnum6}" } },
});
