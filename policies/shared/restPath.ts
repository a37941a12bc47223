import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";

const RESOURCE = "aws:apigateway/resource:Resource";
/** A path of API Gateway has no more parts than this; a definition that refers to itself ends here. */
const MAX_PARTS = 30;

/**
 * The paths that a resource id of a REST API may stand for, such as "/webhooks/{proxy+}". Undefined while nothing of the
 * stack has that id and it is not known; "/" if it is known and belongs to no path of the stack, as the root does.
 */
export function restPaths(from: Resource, id: Field, stack: Stack): readonly string[] | undefined {
  const made = stack.referred(from, id, [RESOURCE]);
  if (made.length > 0) return made.map((each) => pathOf(each, stack));
  return id.unknown && stack.madeFrom(from, id).length === 0 ? undefined : ["/"];
}

function pathOf(resource: Resource, stack: Stack, depth = 0): string {
  const [above] = depth < MAX_PARTS ? stack.referred(resource, resource.at("parentId"), [RESOURCE]) : [];
  const part = resource.at("pathPart").text ?? "?";
  return `${above && above.urn !== resource.urn ? pathOf(above, stack, depth + 1) : ""}/${part}`;
}
