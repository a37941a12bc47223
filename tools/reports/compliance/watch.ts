import type { Field } from "../../../policies/engine/field";
import type { Resource } from "../../../policies/engine/resource";
import { plain, type Value } from "../../../policies/engine/value";

/** Told of every property that is read: whose it is, its path, and its value. */
export type Note = (urn: string, property: string, value: Value | undefined) => void;

/** Options of a resource that rules read, as they are shown. */
const OPTIONS: ReadonlySet<PropertyKey> = new Set([
  "protect",
  "ignoreChanges",
  "deleteBeforeReplace",
  "additionalSecretOutputs",
  "customTimeouts",
  "retainOnDelete",
]);

/** The same resource, with somebody who notes what is read of it. */
export function watch(resource: Resource, note: Note, urn = resource.urn, prefix = ""): Resource {
  const read = (...keys: readonly string[]): Field => {
    const field = resource.at(...keys);
    note(urn, `${prefix}${field.path === "" ? keys.join(".") : field.path}`, field.value);
    return field;
  };
  return new Proxy(resource, {
    get: (target, key): unknown => {
      if (key === "at") return read;
      const value: unknown = Reflect.get(target, key, target);
      if (OPTIONS.has(key)) note(urn, `${prefix}options.${String(key)}`, plain(value));
      if (key !== "provider") return value;
      note(urn, `${prefix}provider`, target.provider?.name);
      return target.provider && watch(target.provider, note, urn, `${prefix}provider.`);
    },
  });
}
