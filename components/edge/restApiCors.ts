import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { invalid } from "../shared/invalid";
import { mockAnswer } from "./restApiMock";
import { type Part, part } from "./restApiParts";
import type { RouteId } from "./restApiRoutes";

/** Exact origins of the sites that may call the API. */
export type Origins = readonly [string, ...string[]];

const ORIGIN = /^(https:\/\/[a-z0-9.-]+(:\d+)?|http:\/\/localhost(:\d+)?)$/;
/** As long as the CDN's: a changed list is in effect after ten minutes. */
const MAX_AGE_SECONDS = "600";

export function refuseOrigins(component: pulumi.Resource, origins: readonly string[]): void {
  const wrong = origins.find((origin) => !ORIGIN.test(origin));
  if (wrong !== undefined)
    invalid(component, "corsOrigins", `"${wrong}" is not one origin`, "Write it like https://app.example.com");
}

/**
 * Velocity that names the caller's origin in the answer if it is in the list. A static header holds one origin only, and
 * the list may not be sent. HTTP/2 sends the header in lowercase, HTTP/1.1 as it likes.
 */
export function reflectOrigin(origins: Origins): string {
  return [
    `#set($allowed = [${origins.map((origin) => `"${origin}"`).join(", ")}])`,
    `#set($headers = $input.params().header)`,
    `#foreach($header in $headers.keySet())`,
    `#if($header.toLowerCase() == "origin" && $allowed.contains($headers.get($header)))`,
    `#set($context.responseOverride.header.Access-Control-Allow-Origin = $headers.get($header))`,
    `#end`,
    `#end`,
  ].join("\n");
}

interface Cors {
  readonly component: pulumi.Resource;
  readonly name: string;
  readonly api: aws.apigateway.RestApi;
  readonly origins: Origins;
}

/** What a browser asks before it sends a token, so no token can be asked for. */
export function preflight({ component, name, api, origins }: Cors, routes: readonly RouteId[]): Part[] {
  const [first] = origins;
  return routes.flatMap(({ role, resourceId }) =>
    mockAnswer({
      component,
      name: `${name}-${role}-options`,
      at: { restApi: api.id, resourceId, httpMethod: "OPTIONS" },
      statusCode: "204",
      headers: {
        // What a stranger is told: an origin that is not his own, so that his browser refuses.
        "Access-Control-Allow-Origin": first,
        "Access-Control-Allow-Methods": "GET,HEAD,POST,PUT,PATCH,DELETE",
        "Access-Control-Allow-Headers": "Authorization,Content-Type",
        "Access-Control-Max-Age": MAX_AGE_SECONDS,
        Vary: "Origin",
      },
      body: reflectOrigin(origins),
    }),
  );
}

/**
 * What API Gateway answers in place of the backend: without CORS headers a browser reports an expired token (401) as a
 * CORS error, and the app cannot tell it from an outage. Gateway responses know no templates, so a list cannot be
 * checked here; the caller's origin is repeated whatever it is. That is safe because these answers hold a fixed message
 * of AWS and nothing of the backend, and because cookies are never allowed: a foreign site has no token to send.
 */
export function errorHeaders({ component, name, api }: Omit<Cors, "origins">): Part[] {
  const headers = {
    "Access-Control-Allow-Origin": "method.request.header.Origin",
    Vary: "'Origin'",
    "Cache-Control": "'no-store'",
  };
  const responseParameters = Object.fromEntries(
    Object.entries(headers).map(([header, value]) => [`gatewayresponse.header.${header}`, value]),
  );
  return (["DEFAULT_4XX", "DEFAULT_5XX"] as const).map((responseType) =>
    part(
      aws.apigateway.Response,
      `${name}-${responseType.slice(-3).toLowerCase()}`,
      { restApiId: api.id, responseType, responseParameters },
      { parent: component },
    ),
  );
}
