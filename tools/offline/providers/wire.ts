import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** A property value as the Pulumi protocol writes it: JSON, with secrets, references and unknowns in disguise. */
export type Wire = null | boolean | number | string | readonly Wire[] | WireMap;

export interface WireMap {
  readonly [key: string]: Wire;
}

/** Stands for a value that a preview does not know yet; the engine's own constant. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** An object with this key is one of the disguises below; the engine's own constants. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";
const REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** What the engine and the SDK send for an unknown, by the type the value will have. */
const UNKNOWNS: ReadonlySet<Wire> = new Set<Wire>([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

export function isMap(value: Wire | undefined): value is WireMap {
  return typeof value === "object" && value !== null && !isList(value);
}

export function isList(value: Wire | undefined): value is readonly Wire[] {
  return Array.isArray(value);
}

export const isUnknown = (value: Wire | undefined): boolean => value !== undefined && UNKNOWNS.has(value);

export const isSecret = (value: Wire | undefined): boolean => isMap(value) && value[SIGNATURE] === SECRET;

/** Marks a value as secret, once. */
export const secret = (value: Wire): Wire => (isSecret(value) ? value : { [SIGNATURE]: SECRET, value });

/** The value inside a secret; any other value as it is. */
export const reveal = (value: Wire): Wire => (isMap(value) && isSecret(value) ? reveal(value["value"] ?? null) : value);

/** Points at another resource. The id of a resource that a preview does not know yet is the empty string. */
export const reference = (urn: string, id: string): WireMap => ({
  [SIGNATURE]: REFERENCE,
  urn,
  id: isUnknown(id) ? "" : id,
});

/** Every map and list rebuilt, innermost first, with `change` applied to each. */
export function mapWire(value: Wire, change: (value: Wire) => Wire): Wire {
  if (isList(value)) return change(value.map((each) => mapWire(each, change)));
  if (!isMap(value)) return change(value);
  return change(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapWire(each, change)])));
}

/** AWS takes ids where a program may hand over whole resources: the reference becomes the id, as the engine would do. */
export function referencesToIds(value: Wire): Wire {
  return mapWire(value, (each) => {
    if (!isMap(each) || each[SIGNATURE] !== REFERENCE) return each;
    const id = each["id"];
    return id === undefined ? (each["urn"] ?? null) : id === "" ? UNKNOWN : id;
  });
}

function toWire(value: unknown): Wire {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Array.isArray(value)) return value.map(toWire);
  return typeof value === "object" && value !== null ? toWireMap(value) : null;
}

function toWireMap(value: object): WireMap {
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toWire(each)]));
}

/** The value a JSON text stands for, or undefined when the text is no JSON. */
export function parseJson(text: string): Wire | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return toWire(parsed);
  } catch {
    return undefined;
  }
}

export const fromStruct = (struct: Struct | undefined): WireMap => (struct ? toWireMap(struct.toJavaScript()) : {});

export const toStruct = (map: WireMap): Struct => Struct.fromJavaScript(map);

/** A plain value as text; a map or a list has none. */
export function asText(value: Wire | undefined): string | undefined {
  return value === undefined || value === null || typeof value === "object" ? undefined : String(value);
}

/** The plain text of a property: undefined when it is absent, unknown or no string. */
export function text(map: WireMap, key: string): string | undefined {
  const value = reveal(map[key] ?? null);
  return typeof value === "string" && !isUnknown(value) ? value : undefined;
}
