import { made, others } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { ACCOUNT_SETTING, FREE, NO_METRIC } from "./reasons";
import { CALL } from "./seconds";

export const API = "arn:{partition}:apigateway:{region}::";

/** The stage of a REST API may be given by the API's id or by a whole resource. */
const api = "{.restApi}";

const joined = (prefix: string, ...keys: readonly string[]) => ({
  id: `${prefix}-${keys.map((key) => `{.${key}}`).join("-")}`,
});

/** The path of a resource needs the path of its parent, which only AWS knows; its own part is right. */
const resourcePath = (resource: Resource) => `/${resource.input("pathPart") ?? ""}`;

export const MADE = made({
  "apigateway/restApi:RestApi": {
    price: FREE.api,
    seconds: CALL,
    outputs: {
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
    drawn: "box",
    alarms: "service",
  },
  "apigateway/resource:Resource": {
    price: FREE.api,
    seconds: CALL,
    outputs: { id: "{alnum6}", path: resourcePath },
    replacedBy: "restApi",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/method:Method": {
    price: FREE.api,
    seconds: CALL,
    outputs: joined("agm", "restApi", "resourceId", "httpMethod"),
    replacedBy: "httpMethod resourceId restApi",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/methodResponse:MethodResponse": {
    price: FREE.api,
    seconds: CALL,
    outputs: joined("agmr", "restApi", "resourceId", "httpMethod", "statusCode"),
    replacedBy: "httpMethod resourceId restApi statusCode",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/integration:Integration": {
    price: FREE.api,
    seconds: CALL,
    outputs: {
      ...joined("agi", "restApi", "resourceId", "httpMethod"),
      cacheNamespace: "{.resourceId}",
      passthroughBehavior: "WHEN_NO_MATCH",
    },
    replacedBy: "httpMethod integrationHttpMethod resourceId restApi type",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/integrationResponse:IntegrationResponse": {
    price: FREE.api,
    seconds: CALL,
    outputs: joined("agir", "restApi", "resourceId", "httpMethod", "statusCode"),
    replacedBy: "httpMethod resourceId restApi statusCode",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/response:Response": {
    price: FREE.api,
    seconds: CALL,
    outputs: joined("aggr", "restApiId", "responseType"),
    replacedBy: "responseType restApiId",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/deployment:Deployment": {
    price: FREE.api,
    seconds: [1, 2, 10],
    outputs: { id: "{alnum6}", createdDate: "2024-01-01T00:00:00Z" },
    replacedBy: "restApi triggers variables",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/stage:Stage": {
    price: "priced",
    seconds: [1, 2, 30],
    outputs: {
      id: `ags-${api}-{.stageName}`,
      arn: `${API}/restapis/${api}/stages/{.stageName}`,
      executionArn: `{arn:execute-api}${api}/{.stageName}`,
      invokeUrl: `https://${api}.execute-api.{region}.{domain}/{.stageName}`,
      webAclArn: "",
    },
    replacedBy: "restApi stageName",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/methodSettings:MethodSettings": {
    price: "priced",
    seconds: CALL,
    outputs: { id: `${api}-{.stageName}-{.methodPath}` },
    replacedBy: "methodPath restApi stageName",
    partOf: "apigateway/stage:Stage",
  },
  "apigateway/authorizer:Authorizer": {
    price: FREE.api,
    seconds: CALL,
    outputs: { id: "{alnum6}", arn: `${API}/restapis/${api}/authorizers/{id}` },
    replacedBy: "restApi",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/requestValidator:RequestValidator": {
    price: FREE.api,
    seconds: CALL,
    outputs: { id: "{alnum6}" },
    replacedBy: "restApi",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/domainName:DomainName": {
    price: FREE.api,
    seconds: [2, 10, 60],
    outputs: {
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
    replacedBy: "domainName",
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/basePathMapping:BasePathMapping": {
    price: FREE.api,
    seconds: CALL,
    outputs: { id: "{.domainName}/{.basePath|(none)}" },
    partOf: "apigateway/restApi:RestApi",
  },
  "apigateway/account:Account": {
    price: FREE.setting,
    seconds: [2, 10, 60],
    outputs: { id: "api-gateway-account", apiKeyVersion: "4", features: ["UsagePlans"] },
    drawn: ACCOUNT_SETTING,
    alarms: NO_METRIC,
  },
});

export const OTHERS = others({
  "apigateway/restApiPolicy:RestApiPolicy": { outputs: { id: "{.restApiId}" } },
  "apigateway/model:Model": { outputs: { id: "{alnum6}" }, replacedBy: "contentType name restApi" },
  "apigateway/apiKey:ApiKey": {
    outputs: {
      id: "{alnum10}",
      arn: `${API}/apikeys/{id}`,
      value: "{mixed40}",
      createdDate: "2024-01-01T00:00:00Z",
      lastUpdatedDate: "2024-01-01T00:00:00Z",
    },
    replacedBy: "value",
  },
  "apigateway/usagePlan:UsagePlan": { outputs: { id: "{alnum6}", arn: `${API}/usageplans/{id}` } },
  "apigateway/usagePlanKey:UsagePlanKey": {
    outputs: { id: "{.keyId}", name: "{.keyId}", value: "{mixed40}" },
    replacedBy: "*",
  },
  "apigateway/vpcLink:VpcLink": { outputs: { id: "{alnum6}", arn: `${API}/vpclinks/{id}` } },
  "apigateway/clientCertificate:ClientCertificate": {
    outputs: { id: "{alnum6}", arn: `${API}/clientcertificates/{id}` },
  },
});
