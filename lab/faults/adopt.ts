import { z } from "zod";

const resource = z.looseObject({ urn: z.string() });
const exported = z.looseObject({
  deployment: z.looseObject({
    resources: z.array(resource).default([]),
    pending_operations: z.array(z.looseObject({ type: z.string(), resource })).default([]),
  }),
});

/**
 * The exported state with those resources in it that were found in AWS, under the ids they have there, and no longer
 * among what is pending: the edit that a person makes between `stack export` and `stack import`.
 */
export function adopt(text: string, found: readonly { readonly urn: string; readonly id: string }[]): string {
  const state = exported.parse(JSON.parse(text));
  const { resources, pending_operations } = state.deployment;
  const ids = new Map(found.map(({ urn, id }) => [urn, id]));
  const isFound = (each: (typeof pending_operations)[number]) => each.type === "creating" && ids.has(each.resource.urn);
  const adopted = pending_operations.filter(isFound).map((each) => ({
    ...each.resource,
    id: ids.get(each.resource.urn),
  }));
  const deployment = {
    ...state.deployment,
    resources: [...resources, ...adopted],
    pending_operations: pending_operations.filter((each) => !isFound(each)),
  };
  return JSON.stringify({ ...state, deployment });
}
