import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { type DocumentKind, noPublicGrant } from "./publicGrant";

/** Which property of which type holds a policy document. */
export type PolicyTable = Readonly<Record<string, string>>;

/** The check of every rule about who a resource's policy lets in: one evaluator, one table per rule. */
export function judgesPolicies(table: PolicyTable, kind: DocumentKind = "data"): (resource: Resource) => Outcomes {
  return (resource) => noPublicGrant(resource.at(table[resource.type] ?? "policy"), kind);
}
