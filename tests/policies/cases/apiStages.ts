import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one, written } from "./case";

const SETTINGS = "apigateway/methodSettings:MethodSettings";
const STAGE = "apigateway/stage:Stage";
const STAGE_V2 = "apigatewayv2/stage:Stage";
const settings = (given: object, methodPath = "*/*") => one(SETTINGS, { methodPath, settings: given });
const LIMITS = { throttlingRateLimit: 2000, throttlingBurstLimit: 5000 };
const format = (text: string) => ({ accessLogSettings: { destinationArn: LATER, format: text } });
const stage: readonly Given[] = [
  { type: "aws:apigateway/restApi:RestApi", name: "api", props: { name: "api" } },
  { type: `aws:${STAGE}`, name: "stage", props: { stageName: "prod", restApi: LATER }, from: { restApi: ["api"] } },
];
const ofStage = (methodPath: string): Given => ({
  type: `aws:${SETTINGS}`,
  name: "settings",
  props: { stageName: "prod", methodPath, settings: LIMITS },
});
const API = "apigateway/restApi:RestApi";
const mapped = (props: object): Given[] => [
  { type: `aws:${API}`, name: "it", props: { name: "it", ...props } },
  {
    type: "aws:apigateway/basePathMapping:BasePathMapping",
    name: "mapping",
    props: { restApi: LATER, domainName: "api.example.com" },
    from: { restApi: ["it"] },
  },
];

export const apiStages: CaseTable = {
  "api-data-trace": {
    accepts: [
      ok("nothing", settings({})),
      ok("false", settings({ dataTraceEnabled: false })),
      ok("a stage that says nothing", one(STAGE_V2, {})),
    ],
    rejects: [
      bad("true", /whole requests/, settings({ dataTraceEnabled: true })),
      bad("true as text", /whole requests/, settings({ dataTraceEnabled: "true" })),
      bad("true for one method", /whole requests/, settings({ dataTraceEnabled: true }, "patients/GET")),
      bad("true by default", /whole/, one(STAGE_V2, { defaultRouteSettings: { dataTraceEnabled: true } })),
      bad("true for a route", /whole/, one(STAGE_V2, { routeSettings: [{ routeKey: "it", dataTraceEnabled: true }] })),
    ],
    defers: [ok("unknown", settings({ dataTraceEnabled: LATER }))],
  },
  "api-access-log-content": {
    accepts: [
      ok(
        "who called what",
        one(
          STAGE,
          format(
            '{"ip":"$context.identity.sourceIp","user":"$context.authorizer.claims.sub","path":"$context.path","route":"$context.resourcePath","status":"$context.status","ua":"$context.identity.userAgent"}',
          ),
        ),
      ),
      ok("the subject of a token", one(STAGE_V2, format("$context.requestId $context.authorizer.claims.sub"))),
      ok("no log, which is another rule's", one(STAGE, {})),
    ],
    rejects: [
      "$context.authorizer.claims.email",
      "$context.authorizer.claims",
      "$context.authorizer.claims['custom:role']",
      "$context.authorizer.email",
      "$context.requestOverride.querystring.name",
      "$input.body",
      "$input.json('$')",
      "$input.params().querystring",
      "$request.header.Authorization",
      "$context.identity.apiKey",
      "$context.authorizer.claims.subject_name",
    ].map((text) => bad(text, / logs /, one(STAGE, format(`$context.requestId ${text}`)))),
    defers: [ok("unknown", one(STAGE, { accessLogSettings: { destinationArn: "a", format: LATER } }))],
  },
  "api-access-logging": {
    accepts: [
      ok("a group", one(STAGE_V2, { accessLogSettings: { destinationArn: "arn", format: "$context.status" } })),
    ],
    rejects: [
      ...[undefined, null, {}, []].map((accessLogSettings) =>
        bad(written(accessLogSettings), /no record of who/, one(STAGE, { accessLogSettings })),
      ),
      bad(
        "an empty ARN",
        /nobody|no record of who/,
        one(STAGE_V2, { accessLogSettings: { destinationArn: "", format: "$context.status" } }),
      ),
      bad("no format", /nobody|no record of who/, one(STAGE, { accessLogSettings: { destinationArn: "arn" } })),
    ],
    defers: [ok("a group made in the same update", one(STAGE, format("$context.status")))],
  },
  "api-execution-logging": {
    accepts: ["ERROR", "INFO", "info"].map((loggingLevel) => ok(loggingLevel, settings({ loggingLevel }))),
    rejects: ["OFF", undefined, ""].map((loggingLevel) =>
      bad(written(loggingLevel), /leave no trace|are not logged/, settings({ loggingLevel })),
    ),
    defers: [ok("unknown", settings({ loggingLevel: LATER }))],
  },
  "api-throttling": {
    accepts: [
      ok("limits", settings(LIMITS)),
      ok("a method that leaves them to the stage", settings({ cachingEnabled: false }, "patients/GET")),
      ok("limits of an HTTP API", one(STAGE_V2, { defaultRouteSettings: LIMITS })),
      ok("a stage with settings for all", [...stage, ofStage("*/*")]),
    ],
    rejects: [
      bad("no limits", /as much as the account takes/, settings({ loggingLevel: "INFO" })),
      bad("no limit, as AWS writes it", /as much/, settings({ throttlingRateLimit: -1, throttlingBurstLimit: -1 })),
      bad("zero", /zero/, settings({ throttlingRateLimit: 0, throttlingBurstLimit: 5000 })),
      bad("more than the account has", /above the account/, settings({ ...LIMITS, throttlingRateLimit: 1_000_000 })),
      bad("a burst for one of both", /as much/, settings({ throttlingRateLimit: 10 })),
      bad("one method without limit", /as much/, settings({ throttlingRateLimit: -1 }, "patients/GET")),
      bad("an HTTP API without limits", /as much/, one(STAGE_V2, {})),
      bad("a stage without settings", /no settings/, stage),
      bad("a stage with settings for one method", /no settings/, [...stage, ofStage("patients/GET")]),
    ],
    defers: [ok("unknown", settings({ throttlingRateLimit: LATER, throttlingBurstLimit: 1 }))],
  },
  "api-tracing": {
    accepts: [ok("on", one(STAGE, { xrayTracingEnabled: true }))],
    rejects: [
      bad("nothing", /no trace|not logged|not traced/, one(STAGE, {})),
      bad("off", /no trace|not logged|not traced/, one("appsync/graphQLApi:GraphQLApi", { xrayEnabled: false })),
    ],
    defers: [ok("unknown", one(STAGE, { xrayTracingEnabled: LATER }))],
  },
  "api-default-endpoint": {
    accepts: [
      ok("closed", mapped({ disableExecuteApiEndpoint: true })),
      ok("an API without a domain", one(API, { disableExecuteApiEndpoint: false })),
    ],
    rejects: [false, undefined, "false"].map((disableExecuteApiEndpoint) =>
      bad(written(disableExecuteApiEndpoint), /stays open/, mapped({ disableExecuteApiEndpoint })),
    ),
    defers: [ok("unknown", mapped({ disableExecuteApiEndpoint: LATER }))],
  },
  "api-domain-tls": {
    accepts: [
      ...["TLS_1_2", "SecurityPolicy_TLS13_1_3_2025_09"].map((securityPolicy) =>
        ok(securityPolicy, one("apigateway/domainName:DomainName", { securityPolicy })),
      ),
      ok(
        "TLS 1.2 of an HTTP API",
        one("apigatewayv2/domainName:DomainName", { domainNameConfiguration: { securityPolicy: "TLS_1_2" } }),
      ),
    ],
    rejects: [
      ...["TLS_1_0", "TLS_1_1", "tls_1_2_maybe"].map((securityPolicy) =>
        bad(securityPolicy, /accepts TLS 1.0/, one("apigateway/domainName:DomainName", { securityPolicy })),
      ),
      bad("nothing", /no security policy is set/, one("apigateway/domainName:DomainName", {})),
      bad("an old one of AWS's own address", /TLS 1.0/, one(API, { securityPolicy: "TLS_1_0" })),
      bad(
        "an old one of an HTTP API",
        /TLS 1.0/,
        one("apigatewayv2/domainName:DomainName", { domainNameConfiguration: { securityPolicy: "TLS_1_0" } }),
      ),
    ],
    defers: [ok("unknown", one("apigateway/domainName:DomainName", { securityPolicy: LATER }))],
  },
  "api-backend-tls": {
    accepts: [
      ok("https", one("apigateway/integration:Integration", { type: "HTTP_PROXY", uri: "https://api.example.com/" })),
      ok("an answer made up", one("apigateway/integration:Integration", { type: "MOCK" })),
      ok(
        "a private backend by name",
        one("apigatewayv2/integration:Integration", {
          connectionType: "VPC_LINK",
          integrationUri: LATER,
          tlsConfig: { serverNameToVerify: "api.example.com" },
        }),
      ),
      ok("a function", one("apigatewayv2/integration:Integration", { integrationUri: "arn:aws:lambda:it" })),
    ],
    rejects: [
      bad(
        "http",
        /in clear text|without TLS/,
        one("apigateway/integration:Integration", { uri: "http://api.example.com/" }),
      ),
      bad("HTTP in capitals", /clear/, one("apigatewayv2/integration:Integration", { integrationUri: "HTTP://x" })),
      bad(
        "a certificate that nobody checks",
        /certificate is not verified/,
        one("apigateway/integration:Integration", {
          uri: "https://api.example.com/",
          tlsConfig: { insecureSkipVerification: true },
        }),
      ),
      bad(
        "a private backend without TLS",
        /speaks HTTP/,
        one("apigatewayv2/integration:Integration", { connectionType: "VPC_LINK", integrationUri: "arn:listener" }),
      ),
    ],
    defers: [ok("unknown", one("apigateway/integration:Integration", { uri: LATER }))],
  },
  "graphql-authentication": {
    accepts: [
      ok(
        "users and roles",
        one("appsync/graphQLApi:GraphQLApi", {
          authenticationType: "AMAZON_COGNITO_USER_POOLS",
          additionalAuthenticationProviders: [{ authenticationType: "AWS_IAM" }],
        }),
      ),
      ok("events for users", one("appsync/api:Api", { eventConfig: { authProviders: [{ authType: "AWS_IAM" }] } })),
    ],
    rejects: [
      bad("a key", /gets in/, one("appsync/graphQLApi:GraphQLApi", { authenticationType: "API_KEY" })),
      bad(
        "a key beside users",
        /gets in/,
        one("appsync/graphQLApi:GraphQLApi", {
          authenticationType: "AWS_IAM",
          additionalAuthenticationProviders: [{ authenticationType: "API_KEY" }],
        }),
      ),
      bad("the key itself", /lets in/, one("appsync/apiKey:ApiKey", { apiId: "a" })),
      bad(
        "events",
        /gets in/,
        one("appsync/api:Api", { eventConfig: { defaultSubscribeAuthModes: [{ authType: "API_KEY" }] } }),
      ),
    ],
    defers: [ok("unknown", one("appsync/graphQLApi:GraphQLApi", { authenticationType: LATER }))],
  },
  "graphql-log-content": {
    accepts: [
      ok("no log", one("appsync/graphQLApi:GraphQLApi", {})),
      ok("errors", one("appsync/graphQLApi:GraphQLApi", { logConfig: { fieldLogLevel: "ERROR" } })),
      ok(
        "all without what was said",
        one("appsync/graphQLApi:GraphQLApi", { logConfig: { fieldLogLevel: "ALL", excludeVerboseContent: true } }),
      ),
    ],
    rejects: ["ALL", "INFO", "debug"].map((fieldLogLevel) =>
      bad(fieldLogLevel, /are logged/, one("appsync/graphQLApi:GraphQLApi", { logConfig: { fieldLogLevel } })),
    ),
    defers: [ok("unknown", one("appsync/graphQLApi:GraphQLApi", { logConfig: { fieldLogLevel: LATER } }))],
  },
};
