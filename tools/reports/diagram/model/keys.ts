import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import type { Graph } from "./graph";
import { textAt } from "../../../shared/fields";

/** What all aliases of the stack begin with, up to a dash; empty if there is no such beginning. */
export function keyPrefix(graph: Graph): string {
  const names = graph.all("kms/alias:Alias").flatMap((each) => textAt(each.inputs, "name") ?? []);
  const [first = "", ...others] = names;
  if (others.length === 0) return "";
  let length = first.length;
  while (!others.every((each) => each.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, first.lastIndexOf("-", length - 1) + 1);
}

/** The alias, without that prefix, of the customer key in a property; undefined if AWS's own key encrypts. */
export function keyOf(graph: Graph, resource: SnapshotResource | undefined, property: string): string | undefined {
  if (resource === undefined) return undefined;
  const [key] = graph.of(resource, property, "kms/key:Key");
  if (key === undefined) return undefined;
  const [alias] = graph.users("kms/alias:Alias", "targetKeyId", key);
  const name = textAt(alias?.inputs, "name");
  return name?.slice(keyPrefix(graph).length) ?? key.name;
}
