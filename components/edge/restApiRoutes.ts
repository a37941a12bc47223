import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { mockAnswer } from "./restApiMock";
import { type Part, part } from "./restApiParts";

/** The internal load balancer that answers. */
export interface Backend {
  readonly loadBalancerArn: pulumi.Input<string>;
  /** Its security group: the link may reach this and nothing else. */
  readonly securityGroupId: pulumi.Input<string>;
  /**
   * Name that requests are sent with: Host header and SNI. The certificate of the load balancer must be valid for it and
   * a rule of the listener must match it; it needs no DNS record, since the traffic goes to the ARN.
   */
  readonly host: string;
}

/** What all routes of one API have in common. */
export interface Routing {
  readonly component: pulumi.Resource;
  readonly name: string;
  readonly api: aws.apigateway.RestApi;
  readonly linkId: pulumi.Input<string>;
  readonly backend: Backend;
  /** Who may pass; spread into every method but those of `openHealth` and the preflight. */
  readonly authorized: Pick<aws.apigateway.MethodArgs, "authorization" | "authorizerId" | "authorizationScopes">;
  readonly requestValidatorId: pulumi.Input<string>;
}

/** A path of the API, and what its resources are called. */
interface Path {
  readonly role: string;
  readonly pathPart: string;
}

/** Everything that no other route takes. Below a path of its own, for example /patients/7, it is this route, too. */
const REST: Path = { role: "rest", pathPart: "{proxy+}" };
const PROXY = "method.request.path.proxy";

/** One route per named path and one for the rest, for signed-in users, answered by the load balancer. */
export function forwardedRoutes(routing: Routing, paths: readonly string[]): { parts: Part[]; routes: RouteId[] } {
  const routes = [...paths.map((pathPart): Path => ({ role: pathPart, pathPart })), REST].map((path) =>
    forward(routing, path),
  );
  return { parts: routes.flatMap(({ parts }) => parts), routes: routes.map(({ route }) => route) };
}

/** Where a preflight has to be answered, too. */
export interface RouteId {
  readonly role: string;
  readonly resourceId: pulumi.Output<string>;
}

/**
 * Routes below paths that callers without a token may POST to, such as vendors with a webhook. The application must verify
 * the vendor's signature: nobody else does.
 */
export function openRoutes(routing: Routing, paths: readonly string[]): Part[] {
  const { component, name, api } = routing;
  return paths.flatMap((pathPart) => {
    const role = `open-${pathPart}`;
    const folder = new aws.apigateway.Resource(
      `${name}-${role}`,
      { restApi: api.id, parentId: api.rootResourceId, pathPart },
      { parent: component },
    );
    const open = { ...routing, authorized: { authorization: "NONE" } };
    const below = { role: `${role}-rest`, pathPart: REST.pathPart };
    const { parts } = forward(open, below, { parentId: folder.id, prefix: `${pathPart}/`, httpMethod: "POST" });
    return [{ resource: folder, says: { pathPart, id: folder.id } }, ...parts];
  });
}

/** Where a route begins, and what it takes. */
interface Place {
  readonly parentId: pulumi.Input<string>;
  readonly prefix: string;
  readonly httpMethod: "ANY" | "POST";
}

function forward(routing: Routing, { role, pathPart }: Path, place?: Place): { parts: Part[]; route: RouteId } {
  const { component, name, api, backend, linkId, authorized, requestValidatorId } = routing;
  const { parentId, prefix, httpMethod } = place ?? { parentId: api.rootResourceId, prefix: "", httpMethod: "ANY" };
  const mine = { parent: component };
  const greedy = pathPart === REST.pathPart;
  const resource = new aws.apigateway.Resource(`${name}-${role}`, { restApi: api.id, parentId, pathPart }, mine);
  const at = { restApi: api.id, resourceId: resource.id, httpMethod };
  const method = part(
    aws.apigateway.Method,
    `${name}-${role}-any`,
    { ...at, ...authorized, requestValidatorId, ...(greedy ? { requestParameters: { [PROXY]: true } } : {}) },
    mine,
  );
  const integration = part(
    aws.apigateway.Integration,
    `${name}-${role}-forward`,
    {
      ...at,
      type: "HTTP_PROXY",
      integrationHttpMethod: httpMethod,
      connectionType: "VPC_LINK",
      connectionId: linkId,
      integrationTarget: backend.loadBalancerArn,
      // https, or the link speaks plain HTTP. AWS may put the stage in front of the path: see `withoutStage`.
      uri: `https://${backend.host}/${prefix}${greedy ? "{proxy}" : pathPart}`,
      ...(greedy ? { requestParameters: { "integration.request.path.proxy": PROXY } } : {}),
    },
    // A method that is not there yet cannot be integrated, and nothing else says so: both only name the path.
    { ...mine, dependsOn: [method.resource] },
  );
  return {
    parts: [{ resource, says: { pathPart, id: resource.id } }, method, integration],
    route: { role, resourceId: resource.id },
  };
}

/** GET /health without a token, answered by API Gateway itself: it says that the API is reachable, nothing about the service. */
export function openHealth({ component, name, api }: Routing): Part[] {
  const mine = { parent: component };
  const resource = new aws.apigateway.Resource(
    `${name}-health`,
    { restApi: api.id, parentId: api.rootResourceId, pathPart: "health" },
    mine,
  );
  const at = { restApi: api.id, resourceId: resource.id, httpMethod: "GET" };
  const answers = mockAnswer({
    component,
    name: `${name}-health`,
    at,
    statusCode: "200",
    headers: { "Cache-Control": "no-store" },
    body: '{"status":"ok"}',
  });
  return [{ resource, says: { pathPart: "health", id: resource.id } }, ...answers];
}
