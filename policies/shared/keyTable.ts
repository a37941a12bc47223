import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { ourKey } from "./key";

/**
 * Which properties of which type name a key, as dotted paths. A step that ends in `?` leads into something one may do
 * without: where it is not given, there is nothing to encrypt.
 */
export type KeyTable = Readonly<Record<string, readonly string[]>>;

/** What a dotted path leads to; lists are followed into each of their elements. */
export function fieldsAt(from: Field, path: string): readonly Field[] {
  return path.split(".").reduce<readonly Field[]>(
    (fields, step) =>
      fields.flatMap((field) => {
        const next = field.at(step.replace("?", ""));
        if (next.absent) return step.endsWith("?") ? [] : [next];
        return next.items;
      }),
    [from],
  );
}

/** The check of every rule that only asks for a key of ours. */
export function judgesKeys(table: KeyTable, what: string): (resource: Resource) => Outcomes {
  return (resource) =>
    (table[resource.type] ?? []).flatMap((path) => fieldsAt(resource.at(), path).map((key) => ourKey(key, what)));
}
