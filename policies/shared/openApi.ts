import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { UNKNOWN, type Value } from "../engine/value";
import { type Block, isBlock, listOf, parseJson } from "./document";
import { isOpenRoute } from "./openRoutes";

const VERBS = new Set([
  "get",
  "put",
  "post",
  "delete",
  "options",
  "head",
  "patch",
  "trace",
  "x-amazon-apigateway-any-method",
]);

/** Routes of an OpenAPI definition that nobody has to sign in for. A definition in YAML cannot be read, and is said so. */
export function openApiRoutes(body: Field): Outcomes {
  if (body.absent) return undefined;
  if (body.unknown) return body.later();
  const document = typeof body.value === "string" ? parseJson(body.value) : body.value;
  const paths = isBlock(document) ? document["paths"] : undefined;
  if (!isBlock(document) || !isBlock(paths)) return body.later();
  const guards = schemesOf(document);
  return Object.entries(paths).flatMap(([path, methods]: [string, Value]) =>
    !isBlock(methods)
      ? []
      : Object.entries(methods).map(([verb, method]: [string, Value]): Outcomes => {
          if (!VERBS.has(verb.toLowerCase()) || isOpenRoute(verb, path) || !isBlock(method)) return undefined;
          const security = method["security"] ?? document["security"];
          if (security === UNKNOWN || signsWithAws(method)) return security === UNKNOWN ? body.later() : undefined;
          const all = listOf(security);
          const closed =
            all.length > 0 && all.every((each) => isBlock(each) && Object.keys(each).some((key) => guards.has(key)));
          return closed ? undefined : body.refuse(`${verb.toUpperCase()} ${path} requires no sign-in`);
        }),
  );
}

/** Names of the security schemes that are an authorizer. An API key without one tells programs apart, not people. */
function schemesOf(document: Block): ReadonlySet<string> {
  const components = document["components"];
  const schemes = document["securityDefinitions"] ?? (isBlock(components) ? components["securitySchemes"] : undefined);
  if (!isBlock(schemes)) return new Set();
  return new Set(
    Object.entries(schemes).flatMap(([name, scheme]: [string, Value]) =>
      isBlock(scheme) &&
      (isBlock(scheme["x-amazon-apigateway-authorizer"]) || typeof scheme["x-amazon-apigateway-authtype"] === "string")
        ? [name]
        : [],
    ),
  );
}

function signsWithAws(method: Block): boolean {
  const auth = method["x-amazon-apigateway-auth"];
  return isBlock(auth) && auth["type"] === "AWS_IAM";
}
