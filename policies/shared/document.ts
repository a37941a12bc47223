import { type Count, fits } from "../engine/pattern";
import { UNKNOWN, type Value } from "../engine/value";
import { readJson } from "./json";

/** A block of a policy document as it was written, with AWS's own element names. */
export type Block = Readonly<Record<string, Value>>;

/** `unreadable` and `notKnown` are told apart: the first is a mistake, the second becomes readable at the update. */
export type Document =
  | { readonly state: "read"; readonly statements: readonly Block[] }
  | { readonly state: "unreadable"; readonly why: string }
  | { readonly state: "notKnown" };

/** "Grammar of the IAM JSON policy language", IAM User Guide. Readers differ in what they do with any other key. */
const TOP = new Set(["Version", "Id", "Statement"]);
const ELEMENTS = new Set([
  ...["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"],
]);

/** Reads a policy document given as JSON text or as an object, with one statement or a list of them. Never throws. */
export function readDocument(value: Value | undefined): Document {
  if (value === UNKNOWN) return { state: "notKnown" };
  const read = typeof value === "string" ? readJson(value) : { value: value ?? null };
  if ("problem" in read) return { state: "unreadable", why: read.problem };
  const { value: document } = read;
  if (!isBlock(document)) return { state: "unreadable", why: "is not an object with statements" };
  const statements = listOf(document["Statement"]);
  if (statements.includes(UNKNOWN)) return { state: "notKnown" };
  const blocks = statements.filter(isBlock);
  const why =
    blocks.length === statements.length ? strangeIn(document, blocks) : "has a statement that is not an object";
  return why === undefined ? { state: "read", statements: blocks } : { state: "unreadable", why };
}

/** A word that the grammar does not have, also one in other letters: what AWS does with it is not known. */
function strangeIn(document: Block, statements: readonly Block[]): string | undefined {
  const key = Object.keys(document).find((each) => !TOP.has(each));
  if (key !== undefined) return `has the key ${JSON.stringify(key)}, which policies cannot have`;
  for (const statement of statements) {
    const element = Object.keys(statement).find((each) => !ELEMENTS.has(each));
    if (element !== undefined) return `has the element ${JSON.stringify(element)}, which statements cannot have`;
    const { Effect: effect } = statement;
    if (effect !== "Allow" && effect !== "Deny" && effect !== UNKNOWN)
      return `has an Effect that is neither Allow nor Deny`;
  }
  return undefined;
}

/** What a text says as JSON; undefined if that cannot be said. */
export function parseJson(text: string): Value | undefined {
  const read = readJson(text);
  return "problem" in read ? undefined : read.value;
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

/**
 * Does a pattern of AWS, with * and ?, match everything that the other pattern matches? Cautious: no when in doubt. A * of the
 * other may stand for nothing or for much, which one ? does not cover.
 */
export function covers(pattern: string, other: string, count?: Count): boolean {
  return fits(pattern.toLowerCase(), other.toLowerCase(), (each) => each !== "*", count);
}

/** The same pattern with no least length: `????*` matches every action that AWS has, as `*` does. */
export function stretched(pattern: string): string {
  return pattern.replace(/[*?]+/g, (run) => (run.includes("*") ? "*" : run));
}

/** Nothing but wildcards: it matches everything. */
export function isAnything(text: string): boolean {
  return /^[*?]+$/.test(text.trim()) && text.includes("*");
}

/** Whoever asks, with a name or without. A principal `{"Federated": "*"}` leaves out whoever comes without a token. */
export function isEverybody(principal: Value | undefined): boolean {
  return principal === "*" || (isBlock(principal) && textsOf(principal["AWS"]).includes("*"));
}
