import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { isGiven } from "../shared/isGiven";
import { openApiRoutes } from "../shared/openApi";
import { isOpenRoute } from "../shared/openRoutes";
import { restPaths } from "../shared/restPath";

const METHOD = "aws:apigateway/method:Method";
const REST_API = "aws:apigateway/restApi:RestApi";
const ROUTE = "aws:apigatewayv2/route:Route";
const HTTP_API = "aws:apigatewayv2/api:Api";
/** Verbs that no open route has, whatever its path. */
const NEVER_OPEN = ["ANY", "DELETE", "PATCH", "PUT"];

export const apiRouteAuthorizer = rule({
  id: "api-route-authorizer",
  title: "Every API route authenticates the caller, except GET /health, preflights and webhooks",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation:
    "Set authorization (REST) or authorizationType (HTTP) to COGNITO_USER_POOLS, JWT, CUSTOM or AWS_IAM, and authorizerId; an API key does not identify the caller",
  types: [METHOD, REST_API, ROUTE, HTTP_API],
  check: (resource) => {
    if (resource.type === REST_API) return openApiRoutes(resource.at("body"));
    if (resource.type === HTTP_API) return [openApiRoutes(resource.at("body")), quickRoute(resource)];
    if (resource.type === ROUTE) return undefined;
    const verb = resource.at("httpMethod").text?.toUpperCase() ?? "";
    return NEVER_OPEN.includes(verb) ? unguarded(resource, `${verb} is open to everyone`) : undefined;
  },
  checkInStack: (resource, stack) => {
    if (resource.type === METHOD) return method(resource, stack);
    return resource.type === ROUTE ? route(resource, stack) : undefined;
  },
});

/** Undefined if the route has an authorizer; unknown ids are those of an authorizer that is made in the same update. */
function unguarded(resource: Resource, problem: string): Outcome | undefined {
  const kind = resource.at(resource.type === METHOD ? "authorization" : "authorizationType");
  const authorizer = resource.at("authorizerId");
  if (kind.unknown) return kind.later();
  if (kind.text === "AWS_IAM") return undefined;
  if (!["COGNITO_USER_POOLS", "CUSTOM", "JWT"].includes(kind.text ?? "")) return kind.refuse(problem);
  return isGiven(authorizer, `${problem}, because no authorizer is named`);
}

function method(resource: Resource, stack: Stack): Outcomes {
  const verb = resource.at("httpMethod");
  if (verb.unknown) return verb.later();
  const wanted = verb.text?.toUpperCase() ?? "";
  if (NEVER_OPEN.includes(wanted) || wanted === "OPTIONS") return undefined;
  const id = resource.at("resourceId");
  const paths = restPaths(resource, id, stack);
  if (paths === undefined) return unguarded(resource, "") && id.later();
  const open = paths.find((path) => !isOpenRoute(wanted, path));
  return open === undefined ? undefined : unguarded(resource, `${wanted} ${open} is open to everyone`);
}

/** `GET /health` of an HTTP API, `$connect` of a WebSocket API: later messages come through the same connection. */
function route(resource: Resource, stack: Stack): Outcomes {
  const key = resource.at("routeKey");
  if (key.unknown) return key.later();
  const text = key.text ?? "";
  const [verb = "", path = ""] = text.trim().split(/\s+/);
  if (path !== "" && isOpenRoute(verb, path)) return undefined;
  if (path === "" && !["$connect", "$default"].includes(text)) return undefined;
  if (text === "$default" && isWebSocket(resource, stack)) return undefined;
  return unguarded(resource, `${text} is open to everyone`);
}

function isWebSocket(resource: Resource, stack: Stack): boolean {
  const apis = stack.referred(resource, resource.at("apiId"), [HTTP_API]);
  return apis.length > 0 && apis.every((api) => api.at("protocolType").text?.toUpperCase() === "WEBSOCKET");
}

/** An API that is given a target makes itself a route to it, and that route has no authorizer. */
function quickRoute(api: Resource): Outcome | undefined {
  const target: Field = api.at("target");
  if (target.absent) return undefined;
  const [verb = "", path = ""] = api.at("routeKey").text?.split(" ") ?? [];
  if (path !== "" && isOpenRoute(verb, path)) return undefined;
  return target.refuse(
    "creates a route that is open to everyone and cannot have an authorizer",
    "Create a Route with an authorizer",
  );
}
