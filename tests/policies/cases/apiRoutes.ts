import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";

const METHOD = "apigateway/method:Method";
const ROUTE = "apigatewayv2/route:Route";
const USERS = { authorization: "COGNITO_USER_POOLS", authorizerId: "a1" };
const API: Given = { type: "aws:apigateway/restApi:RestApi", name: "api", props: {} };
/** A path of the API, and the one below which it is. */
const path = (name: string, pathPart: string, above = "api"): Given => ({
  type: "aws:apigateway/resource:Resource",
  name,
  props: { restApi: LATER, parentId: LATER, pathPart },
  from: { restApi: ["api"], parentId: [above] },
});
const method = (httpMethod: unknown, at: string, props: Given["props"] = { authorization: "NONE" }): Given => ({
  type: `aws:${METHOD}`,
  name: "it",
  props: { restApi: LATER, resourceId: LATER, httpMethod, ...props },
  from: { restApi: ["api"], resourceId: [at] },
});
const HEALTH = path("health", "health");
const PATIENTS = path("patients", "patients");
const openApi = (paths: object, more: object = {}) =>
  JSON.stringify({
    openapi: "3.0.1",
    paths,
    components: {
      securitySchemes: {
        users: { type: "apiKey", "x-amazon-apigateway-authorizer": { type: "cognito_user_pools" } },
        key: { type: "apiKey", name: "x-api-key", in: "header" },
      },
    },
    ...more,
  });
const webSocket = (routeKey: string, props: object): Given[] => [
  { type: "aws:apigatewayv2/api:Api", name: "socket", props: { protocolType: "WEBSOCKET" } },
  { type: `aws:${ROUTE}`, name: "it", props: { apiId: LATER, routeKey, ...props }, from: { apiId: ["socket"] } },
];

export const apiRoutes: CaseTable = {
  "api-route-authorizer": {
    accepts: [
      ok("users of the pool", [API, PATIENTS, method("GET", "patients", USERS)]),
      ok("a function that decides", [
        API,
        PATIENTS,
        method("ANY", "patients", { authorization: "CUSTOM", authorizerId: "a2" }),
      ]),
      ok("signed requests", one(METHOD, { httpMethod: "DELETE", resourceId: "r", authorization: "AWS_IAM" })),
      ok("GET /health", [API, HEALTH, method("GET", "health")]),
      ok("GET /health by its id", [
        { ...HEALTH, outputs: { id: "h1" } },
        { type: `aws:${METHOD}`, name: "it", props: { httpMethod: "GET", resourceId: "h1", authorization: "NONE" } },
      ]),
      ok("a preflight", [API, PATIENTS, method("OPTIONS", "patients")]),
      ok("a vendor's webhook", [
        API,
        path("hooks", "webhooks"),
        path("rest", "{proxy+}", "hooks"),
        method("POST", "rest"),
      ]),
      ok(
        "a route with a token",
        one(ROUTE, { routeKey: "ANY /{proxy+}", authorizationType: "JWT", authorizerId: "a" }),
      ),
      ok("an open route for health", one(ROUTE, { routeKey: "GET /health" })),
      ok("an open preflight", one(ROUTE, { routeKey: "OPTIONS /{proxy+}", authorizationType: "NONE" })),
      ok("an open webhook", one(ROUTE, { routeKey: "POST /webhooks/{proxy+}", authorizationType: "NONE" })),
      ok("a message on a connection that signed in", webSocket("sendNote", {})),
      ok("any other message on it", webSocket("$default", {})),
      ok("a connection with a token", webSocket("$connect", { authorizationType: "CUSTOM", authorizerId: "a2" })),
      ok("an API without a definition", one("apigateway/restApi:RestApi", { name: "api" })),
      ok(
        "a definition with an authorizer for all",
        one("apigateway/restApi:RestApi", {
          body: openApi(
            { "/patients": { get: {} }, "/health": { get: { security: [] } } },
            { security: [{ users: [] }] },
          ),
        }),
      ),
    ],
    rejects: [
      ...["ANY", "DELETE", "put"].map((verb) =>
        bad(`${verb} for everyone`, /is open to everyone/, one(METHOD, { httpMethod: verb, authorization: "NONE" })),
      ),
      bad("an open GET", /GET \/patients is open/, [API, PATIENTS, method("GET", "patients")]),
      bad("an open POST", /POST \/patients is open/, [API, PATIENTS, method("POST", "patients")]),
      bad("an open HEAD", /HEAD \/patients is open/, [API, PATIENTS, method("HEAD", "patients")]),
      bad("an open root", /GET \/ is open/, [API, method("GET", "api")]),
      bad("nothing said", /open to everyone/, [API, PATIENTS, method("GET", "patients", {})]),
      bad("null", /open to everyone/, [API, PATIENTS, method("GET", "patients", { authorization: null })]),
      bad("a word AWS does not know", /open/, [API, PATIENTS, method("GET", "patients", { authorization: "none" })]),
      bad("a pool without its authorizer", /no authorizer is named/, [
        API,
        PATIENTS,
        method("GET", "patients", { authorization: "COGNITO_USER_POOLS" }),
      ]),
      bad("an API key and nothing else", /open to everyone/, [
        API,
        PATIENTS,
        method("GET", "patients", { authorization: "NONE", apiKeyRequired: true }),
      ]),
      bad("POST /health", /POST \/health/, [API, HEALTH, method("POST", "health")]),
      bad("health of patients", /\/patients\/health/, [
        API,
        PATIENTS,
        path("health", "health", "patients"),
        method("GET", "health"),
      ]),
      bad("what begins with health", /\/health-records/, [
        API,
        path("health", "health-records"),
        method("GET", "health"),
      ]),
      bad("GET below webhooks", /GET \/webhooks/, [
        API,
        path("hooks", "webhooks"),
        path("rest", "{proxy+}", "hooks"),
        method("GET", "rest"),
      ]),
      bad(
        "an open route",
        /GET \/patients is open/,
        one(ROUTE, { routeKey: "GET /patients", authorizationType: "NONE" }),
      ),
      bad("a route that says nothing", /ANY \/\{proxy\+\}/, one(ROUTE, { routeKey: "ANY /{proxy+}" })),
      bad("a default route", /\$default is open/, one(ROUTE, { routeKey: "$default", apiId: "x" })),
      bad(
        "a token without its authorizer",
        /no authorizer/,
        one(ROUTE, { routeKey: "$default", authorizationType: "JWT" }),
      ),
      bad("a route with a key", /open/, one(ROUTE, { routeKey: "POST /notes", apiKeyRequired: true })),
      bad("a connection for everyone", /\$connect is open/, webSocket("$connect", { authorizationType: "NONE" })),
      bad(
        "a route of the quick kind",
        /open to everyone/,
        one("apigatewayv2/api:Api", { target: "arn:aws:lambda:it" }),
      ),
      bad(
        "a definition with an open path",
        /GET \/patients requires no sign-in/,
        one("apigateway/restApi:RestApi", { body: openApi({ "/patients": { get: {} } }) }),
      ),
      bad(
        "a definition that asks for a key",
        /ANY-METHOD \/\{proxy\+\} requires no sign-in/,
        one("apigateway/restApi:RestApi", {
          body: openApi({ "/{proxy+}": { "x-amazon-apigateway-any-method": { security: [{ key: [] }] } } }),
        }),
      ),
      bad(
        "a definition that opens one path again",
        /requires no sign-in/,
        one("apigatewayv2/api:Api", {
          body: openApi({ "/notes": { post: { security: [] } } }, { security: [{ users: [] }] }),
        }),
      ),
    ],
    defers: [
      ok("an unknown kind", one(METHOD, { httpMethod: "ANY", authorization: LATER })),
      ok(
        "an authorizer made in the same update",
        one(METHOD, { httpMethod: "ANY", authorization: "CUSTOM", authorizerId: LATER }),
      ),
      ok("a path that is not known", one(METHOD, { httpMethod: "GET", resourceId: LATER, authorization: "NONE" })),
      ok("a verb that is not known", one(METHOD, { httpMethod: LATER, resourceId: "r", authorization: "NONE" })),
      ok("an unknown route", one(ROUTE, { routeKey: LATER })),
      ok("an unknown definition", one("apigateway/restApi:RestApi", { body: LATER })),
      ok("a definition in YAML", one("apigateway/restApi:RestApi", { body: "openapi: 3.0.1\npaths: {}\n" })),
    ],
  },
  "api-authorizer-checks": {
    accepts: [
      ok("a user pool", one("apigateway/authorizer:Authorizer", { type: "COGNITO_USER_POOLS", providerArns: [LATER] })),
      ok("a function", one("apigateway/authorizer:Authorizer", { type: "TOKEN", authorizerUri: "arn:it" })),
      ok("a function, by default", one("apigateway/authorizer:Authorizer", { authorizerUri: "arn:it" })),
      ok(
        "a function that is asked each time",
        one("apigateway/authorizer:Authorizer", {
          type: "REQUEST",
          authorizerUri: "arn:it",
          authorizerResultTtlInSeconds: 0,
        }),
      ),
      ok(
        "tokens of one client",
        one("apigatewayv2/authorizer:Authorizer", {
          authorizerType: "JWT",
          jwtConfiguration: { issuer: "https://cognito-idp.us-east-1.amazonaws.com/p", audiences: ["c"] },
        }),
      ),
    ],
    rejects: [
      bad("no pool", /no user pool/, one("apigateway/authorizer:Authorizer", { type: "COGNITO_USER_POOLS" })),
      bad("no function", /no authorizer function/, one("apigateway/authorizer:Authorizer", { type: "TOKEN" })),
      bad(
        "an answer that is kept for everybody",
        /cached for all others/,
        one("apigateway/authorizer:Authorizer", { type: "REQUEST", authorizerUri: "arn:it", identitySource: "" }),
      ),
      bad(
        "tokens of any client",
        /any other application/,
        one("apigatewayv2/authorizer:Authorizer", {
          authorizerType: "JWT",
          jwtConfiguration: { issuer: "https://example.com", audiences: [] },
        }),
      ),
      bad(
        "keys over plain HTTP",
        /not https/,
        one("apigatewayv2/authorizer:Authorizer", {
          authorizerType: "JWT",
          jwtConfiguration: { issuer: "http://example.com", audiences: ["c"] },
        }),
      ),
    ],
    defers: [ok("an unknown kind", one("apigateway/authorizer:Authorizer", { type: LATER }))],
  },
  "api-request-validation": {
    accepts: [
      ok("a validator", one(METHOD, { httpMethod: "POST", requestValidatorId: "v1" })),
      ok("a read", one(METHOD, { httpMethod: "GET" })),
    ],
    rejects: [bad("none", /reach the backend/, one(METHOD, { httpMethod: "POST" }))],
  },
};
