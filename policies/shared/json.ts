import type { Value } from "../engine/value";

/** What a text says as JSON, or why nobody can say it. */
export type Json = { readonly value: Value } | { readonly problem: string };

/** The longest that AWS reads anywhere: "Amazon API Gateway quotas", an OpenAPI definition of 6 MiB. */
const LONGEST = 6 * 1024 * 1024;
/** Deeper than anything that AWS takes: "IAM and AWS STS quotas" and the services' own are below ten. */
const DEEPEST = 100;

/**
 * Reads JSON as it is written: inside of a text nothing is a secret or not known yet, whatever it looks like. A key that stands
 * twice in an object is refused, since readers differ in which of the two counts.
 */
export function readJson(text: string): Json {
  if (text.length > LONGEST)
    return { problem: `is ${String(text.length)} characters long, and AWS allows ${String(LONGEST)}` };
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { problem: "is not valid JSON" };
  }
  const depth = depthOf(text);
  if (depth > DEEPEST) return { problem: `is nested ${String(depth)} levels deep, and AWS allows ${String(DEEPEST)}` };
  const twice = keyTwice(text);
  return twice === undefined
    ? { value: valueOf(parsed) }
    : { problem: `has the key ${JSON.stringify(twice)} twice in one object, and which one counts is undefined` };
}

/** Strings and the marks of structure; in valid JSON a string in front of a colon is a key. */
const TOKENS = /"(?:[^"\\]|\\[^])*(?:"|\\?$)|[{}[\]:]/g;

function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "{" || token === "[") deepest = Math.max(deepest, ++depth);
    if (token === "}" || token === "]") depth--;
  }
  return deepest;
}

function keyTwice(text: string): string | undefined {
  const objects: Set<string>[] = [];
  let last = '""';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === "{") objects.push(new Set());
    else if (token === "}") objects.pop();
    else if (token !== ":") last = token;
    else {
      const [key, keys] = [String(JSON.parse(last)), objects.at(-1)];
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return undefined;
}

function valueOf(parsed: unknown): Value {
  if (typeof parsed === "string" || typeof parsed === "number" || typeof parsed === "boolean") return parsed;
  if (typeof parsed !== "object" || parsed === null) return null;
  if (Array.isArray(parsed)) return parsed.map(valueOf);
  return Object.fromEntries(Object.entries(parsed).map(([key, each]) => [key, valueOf(each)]));
}
