import { ANY, facts, subject, type Dimensions } from "./facts";

export const TYPES = facts({}, [
  "aws:apigateway/account:Account",
  "aws:apigateway/authorizer:Authorizer",
  "aws:apigateway/basePathMapping:BasePathMapping",
  "aws:apigateway/deployment:Deployment",
  "aws:apigateway/domainName:DomainName",
  "aws:apigateway/integration:Integration",
  "aws:apigateway/integrationResponse:IntegrationResponse",
  "aws:apigateway/method:Method",
  "aws:apigateway/methodResponse:MethodResponse",
  "aws:apigateway/methodSettings:MethodSettings",
  "aws:apigateway/requestValidator:RequestValidator",
  "aws:apigateway/resource:Resource",
  "aws:apigateway/response:Response",
  "aws:apigateway/restApi:RestApi",
  "aws:apigateway/stage:Stage",
]);

export const METRICS: Dimensions = {
  "AWS/ApiGateway": {
    ApiName: subject(["name"], "aws:apigateway/restApi:RestApi"),
    ApiId: subject(["id"], "aws:apigatewayv2/api:Api"),
    Stage: subject(["stageName", "name"], "aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"),
    Method: ANY,
    Resource: ANY,
    Route: ANY,
  },
};
