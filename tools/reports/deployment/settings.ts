/** Longer ones are documents, which nobody reads in a table. */
const LONGEST = 120;
/** What every component is told, and is said once at the top of a report. */
const EVERYWHERE = new Set(["location"]);

export interface Setting {
  readonly key: string;
  readonly value: string;
}

/**
 * The settings in a component's properties, flat: `capacity.min`. Left out are what names another resource (ARNs and ids
 * that AWS made), unless asked for, and documents.
 */
export function settingsOf(
  properties: Readonly<Record<string, unknown>>,
  { withArns = false }: { readonly withArns?: boolean } = {},
): readonly Setting[] {
  return Object.entries(properties)
    .filter(([key]) => !EVERYWHERE.has(key))
    .flatMap(([key, value]) => flat(key, value))
    .filter(({ value }) => value !== "" && value.length <= LONGEST && (withArns || !isMade(value)))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
}

function flat(key: string, value: unknown): Setting[] {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return [{ key, value: String(value) }];
  if (Array.isArray(value)) {
    const isPlain = value.every((each) => typeof each === "string" || typeof each === "number");
    return isPlain ? [{ key, value: value.join(", ") }] : [{ key, value: `${String(value.length)} entries` }];
  }
  if (typeof value !== "object" || value === null || "urn" in value) return [];
  return Object.entries(value).flatMap(([inner, each]) => flat(`${key}.${inner}`, each));
}

/** Names that AWS made, or that carry another resource's. */
function isMade(value: string): boolean {
  return /^arn:|\b(sg|vpc|subnet|vpce|eni)-[0-9a-f]{8}|\.amazonaws\.com$|[0-9a-f]{8}-[0-9a-f]{4}-/.test(value);
}
