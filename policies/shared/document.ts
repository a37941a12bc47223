import { plain, UNKNOWN, type Value } from "../engine/value";

/** A block of a policy document as it was written, with AWS's own element names. */
export type Block = Readonly<Record<string, Value>>;

/** `unreadable` and `notKnown` are told apart: the first is a mistake, the second becomes readable at the update. */
export type Document =
  | { readonly state: "read"; readonly statements: readonly Block[] }
  | { readonly state: "unreadable" }
  | { readonly state: "notKnown" };

/** Reads a policy document given as JSON text or as an object, with one statement or a list of them. Never throws. */
export function readDocument(value: Value | undefined): Document {
  if (value === UNKNOWN) return { state: "notKnown" };
  const document = typeof value === "string" ? parseJson(value) : value;
  if (!isBlock(document)) return { state: "unreadable" };
  const statements = listOf(document["Statement"]);
  if (statements.includes(UNKNOWN)) return { state: "notKnown" };
  const blocks = statements.filter(isBlock);
  return blocks.length === statements.length ? { state: "read", statements: blocks } : { state: "unreadable" };
}

export function parseJson(text: string): Value | undefined {
  try {
    return plain(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function isBlock(value: Value | undefined): value is Block {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** AWS reads one element and a list of one alike. */
export function listOf(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isValues(value) ? value : [value];
}

export function textsOf(value: Value | undefined): readonly string[] {
  return listOf(value).filter((each) => typeof each === "string");
}

function isValues(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** Does a pattern of AWS, with * and ?, match everything that the other pattern matches? Cautious: no when in doubt. */
export function covers(pattern: string, other: string): boolean {
  const source = Array.from(pattern.toLowerCase(), (each) =>
    each === "*" ? ".*" : each === "?" ? "[^*]" : `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return new RegExp(`^${source.join("")}$`, "su").test(other.toLowerCase());
}

/** The same pattern with no least length: `????*` matches every action that AWS has, as `*` does. */
export function stretched(pattern: string): string {
  return pattern.replace(/[*?]*\*[*?]*/g, "*");
}

/** Nothing but wildcards: it matches everything. */
export function isAnything(text: string): boolean {
  return /^[*?]*\*[*?]*$/.test(text.trim());
}

/** Whoever asks, with a name or without. A principal `{"Federated": "*"}` leaves out whoever comes without a token. */
export function isEverybody(principal: Value | undefined): boolean {
  return principal === "*" || (isBlock(principal) && textsOf(principal["AWS"]).includes("*"));
}
