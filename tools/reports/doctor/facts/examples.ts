import { createHash } from "node:crypto";

/** What the committed stack files have in the place of yours, and what it is in the place of. */
const EXAMPLES: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "the account 111122223333", pattern: /111122223333/ },
  { what: "the hosted zone Z0123456789ABCDEFGHIJ", pattern: /^Z0123456789ABCDEFGHIJ$/ },
  { what: "example.com", pattern: /(^|[@./])example\.(com|org|net)\b/ },
  { what: "the repository of example-clinic", pattern: /^example-clinic\// },
];

/** SHA-256 of the public keys that are committed here. Their private halves are not yours. */
const KEYS = new Set([
  "3dde3cd90967e1d6154b0245439a64989e8e7ed64d452a41fe9be5003172ead7",
  "7967020cbc1f63987c06f45f8e29c6b0ed20e44c1a6b403c675833cd0f6b88ce",
  "297a1b23bf815fd6e25af8e2841640350f72d0f2a0b9efb2801c70671b9192ef",
]);

/** Each example that is left in the settings, as `key: what it is`. */
export function examplesIn(settings: Readonly<Record<string, unknown>>): readonly string[] {
  return leaves(settings, "").flatMap(({ path, text }) => {
    if (KEYS.has(createHash("sha256").update(text).digest("hex"))) return [`${path}: the example key`];
    const found = EXAMPLES.find(({ pattern }) => pattern.test(text));
    return found === undefined ? [] : [`${path}: ${found.what}`];
  });
}

function leaves(value: unknown, path: string): readonly { readonly path: string; readonly text: string }[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, each]) =>
    leaves(each, path === "" ? key : isList ? `${path}[${key}]` : `${path}.${key}`),
  );
}
