/** Stands for a value that Pulumi cannot know before the resource it comes from exists. */
export const UNKNOWN = Symbol("not yet known");

/** What a resource's properties are made of, once the engine's proxies and secrets are taken off. */
export type Value =
  string | number | boolean | null | typeof UNKNOWN | readonly Value[] | { readonly [key: string]: Value };

/** How Pulumi writes an unknown string, number, boolean, list or object into plain data, such as a plan's JSON. */
const SENTINELS = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/** The marks that Pulumi puts on an object which stands for a secret. */
const MARK = "4dabf18193072939515e22adb298388d";
const IS_SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** Deeper than any AWS property: a structure that refers to itself ends here instead of the stack. */
const MAX_DEPTH = 60;

/**
 * A plain copy of what the engine hands to a policy, or a program to the engine: secrets are taken out of their cover. The
 * SDK's proxies throw on reading an unknown, which would end the whole
 * rule; here each unknown becomes `UNKNOWN`, so that everything beside it is still judged.
 */
export function plain(source: unknown, depth = 0): Value {
  if (typeof source === "string") return SENTINELS.has(source) ? UNKNOWN : source;
  if (typeof source === "number" || typeof source === "boolean" || source === UNKNOWN) return source;
  if (typeof source !== "object" || source === null || depth > MAX_DEPTH) return null;
  const read = (key: string): Value => {
    try {
      return plain(Reflect.get(source, key), depth + 1);
    } catch (error) {
      if (isUnknownError(error)) return UNKNOWN;
      throw error;
    }
  };
  if (Array.isArray(source)) return Array.from({ length: source.length }, (_, index) => read(String(index)));
  if (Object.hasOwn(source, MARK) && read(MARK) === IS_SECRET) return read("value");
  return Object.fromEntries(Object.keys(source).map((key) => [key, read(key)]));
}

/** The SDK's UnknownValueError, recognised by its shape: this folder is also used where the SDK's server is not. */
function isUnknownError(error: unknown): boolean {
  return error instanceof Error && "unknownTypeSentinel" in error;
}
