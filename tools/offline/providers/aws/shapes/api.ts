import type { Resource, Shapes } from "../template";

const API = "arn:{partition}:apigateway:{region}::";

/** The stage of a REST API may be given by the API's id or by a whole resource. */
const api = "{.restApi}";

const joined = (prefix: string, ...keys: readonly string[]) => ({
  id: `${prefix}-${keys.map((key) => `{.${key}}`).join("-")}`,
});

/** The path of a resource needs the path of its parent, which only AWS knows; its own part is right. */
const resourcePath = (resource: Resource) => `/${resource.input("pathPart") ?? ""}`;

export const apiShapes: Shapes = {
  "apigateway/restApi:RestApi": {
    id: "{alnum10}",
    arn: `${API}/restapis/{id}`,
    executionArn: "{arn:execute-api}{id}",
    rootResourceId: "{alnum10}",
    createdDate: "2024-01-01T00:00:00Z",
    apiKeySource: "HEADER",
    binaryMediaTypes: [],
    disableExecuteApiEndpoint: false,
    description: "",
    policy: "",
  },
  "apigateway/resource:Resource": { id: "{alnum6}", path: resourcePath },
  "apigateway/method:Method": joined("agm", "restApi", "resourceId", "httpMethod"),
  "apigateway/methodResponse:MethodResponse": joined("agmr", "restApi", "resourceId", "httpMethod", "statusCode"),
  "apigateway/integration:Integration": {
    ...joined("agi", "restApi", "resourceId", "httpMethod"),
    cacheNamespace: "{.resourceId}",
    passthroughBehavior: "WHEN_NO_MATCH",
  },
  "apigateway/integrationResponse:IntegrationResponse": joined(
    "agir",
    "restApi",
    "resourceId",
    "httpMethod",
    "statusCode",
  ),
  "apigateway/response:Response": joined("aggr", "restApiId", "responseType"),
  "apigateway/restApiPolicy:RestApiPolicy": { id: "{.restApiId}" },
  "apigateway/deployment:Deployment": { id: "{alnum6}", createdDate: "2024-01-01T00:00:00Z" },
  "apigateway/stage:Stage": {
    id: `ags-${api}-{.stageName}`,
    arn: `${API}/restapis/${api}/stages/{.stageName}`,
    executionArn: `{arn:execute-api}${api}/{.stageName}`,
    invokeUrl: `https://${api}.execute-api.{region}.{domain}/{.stageName}`,
    webAclArn: "",
  },
  "apigateway/methodSettings:MethodSettings": { id: `${api}-{.stageName}-{.methodPath}` },
  "apigateway/authorizer:Authorizer": { id: "{alnum6}", arn: `${API}/restapis/${api}/authorizers/{id}` },
  "apigateway/model:Model": { id: "{alnum6}" },
  "apigateway/requestValidator:RequestValidator": { id: "{alnum6}" },
  "apigateway/apiKey:ApiKey": {
    id: "{alnum10}",
    arn: `${API}/apikeys/{id}`,
    value: "{mixed40}",
    createdDate: "2024-01-01T00:00:00Z",
    lastUpdatedDate: "2024-01-01T00:00:00Z",
  },
  "apigateway/usagePlan:UsagePlan": { id: "{alnum6}", arn: `${API}/usageplans/{id}` },
  "apigateway/usagePlanKey:UsagePlanKey": { id: "{.keyId}", name: "{.keyId}", value: "{mixed40}" },
  "apigateway/domainName:DomainName": {
    id: "{.domainName}",
    arn: `${API}/domainnames/{.domainName}`,
    regionalDomainName: "d-{alnum10}.execute-api.{region}.{domain}",
    regionalZoneId: "Z1UJRXOUMOOFQ8",
    cloudfrontDomainName: "d{alnum13}.cloudfront.net",
    cloudfrontZoneId: "Z2FDTNDATAQYW2",
    certificateUploadDate: "2024-01-01T00:00:00Z",
    domainNameId: "",
    securityPolicy: "TLS_1_2",
  },
  "apigateway/basePathMapping:BasePathMapping": { id: "{.domainName}/{.basePath|(none)}" },
  "apigateway/account:Account": { id: "api-gateway-account", apiKeyVersion: "4", features: ["UsagePlans"] },
  "apigateway/vpcLink:VpcLink": { id: "{alnum6}", arn: `${API}/vpclinks/{id}` },
  "apigateway/clientCertificate:ClientCertificate": { id: "{alnum6}", arn: `${API}/clientcertificates/{id}` },
  "apigatewayv2/vpcLink:VpcLink": { id: "{alnum6}", arn: `${API}/vpclinks/{id}` },
  "apigatewayv2/api:Api": {
    id: "{alnum10}",
    arn: `${API}/apis/{id}`,
    apiEndpoint: "https://{id}.execute-api.{region}.{domain}",
    executionArn: "{arn:execute-api}{id}",
  },
  "apigatewayv2/stage:Stage": {
    id: "{name}",
    arn: `${API}/apis/{.apiId}/stages/{name}`,
    executionArn: "{arn:execute-api}{.apiId}/{name}",
    invokeUrl: "https://{.apiId}.execute-api.{region}.{domain}/{name}",
    deploymentId: "{alnum6}",
  },
  "apigatewayv2/route:Route": { id: "{alnum7}" },
  "apigatewayv2/integration:Integration": { id: "{alnum7}" },
  "apigatewayv2/authorizer:Authorizer": { id: "{alnum6}" },
  "apigatewayv2/domainName:DomainName": { id: "{.domainName}", arn: `${API}/domainnames/{.domainName}` },
  "apigatewayv2/apiMapping:ApiMapping": { id: "{alnum6}" },
};
