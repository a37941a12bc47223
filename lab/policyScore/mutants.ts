import type { Snapshot, SnapshotResource } from "../../tools/shared/snapshot/snapshot";
import { weakDocuments } from "./documents";
import { GUARDS, REMOVE, type Weak, WEAKENINGS } from "./weakenings";

/** The graph with one thing made worse. */
export interface Mutant {
  readonly family: string;
  /** What was done, in words: `database-cluster: storageEncrypted = false`. */
  readonly what: string;
  readonly urn: string;
  /** The resource as it is now; undefined where it was taken away. */
  readonly changed: SnapshotResource | undefined;
}

type Path = readonly (string | number)[];

/** Everything that can be made worse, one at a time: properties, documents, options, and guards that go missing. */
export function* mutantsOf({ resources }: Snapshot): Generator<Mutant> {
  for (const each of resources) {
    if (!each.type.startsWith("aws:")) continue;
    for (const [path, value] of leaves(each.inputs, [])) yield* weakened(each, path, value);
    for (const { path, text, how } of weakDocuments(each))
      yield { family: "access", what: `${each.name}: ${how}`, urn: each.urn, changed: set(each, path, text) };
    for (const [family, type] of GUARDS)
      if (type.test(each.type)) yield { family, what: `${each.name} is gone`, urn: each.urn, changed: undefined };
    if (each.options.protect)
      yield {
        family: "deletion-protection",
        what: `${each.name}: protect = false`,
        urn: each.urn,
        changed: { ...each, options: { ...each.options, protect: false } },
      };
  }
}

function* weakened(resource: SnapshotResource, path: Path, value: unknown): Generator<Mutant> {
  const written = path
    .map((each) => (typeof each === "number" ? "[]" : `.${each}`))
    .join("")
    .replace(/^\./, "");
  for (const { family, path: pattern, type, from, to } of WEAKENINGS) {
    if (!pattern.test(written) || type?.test(resource.type) === false) continue;
    if (from !== undefined && !from.includes(value)) continue;
    for (const weak of to) {
      const shown = weak === REMOVE ? "removed" : `= ${JSON.stringify(weak)}`;
      yield {
        family,
        what: `${resource.name}: ${written} ${shown}`,
        urn: resource.urn,
        changed: set(resource, path, weak),
      };
    }
  }
}

/** Properties with a plain value, and lists of plain values as a whole. */
function* leaves(value: unknown, path: Path): Generator<[Path, unknown]> {
  const isList = Array.isArray(value);
  if (typeof value !== "object" || value === null || (isList && value.every((each) => typeof each !== "object"))) {
    yield [path, value];
    return;
  }
  for (const [key, each] of Object.entries(value)) yield* leaves(each, [...path, isList ? Number(key) : key]);
}

/** The resource with another value there. What AWS once answered for that property no longer counts. */
function set(resource: SnapshotResource, path: Path, value: Weak): SnapshotResource {
  const [top] = path;
  const outputs = Object.entries(resource.outputs ?? {}).filter(([key]) => key !== top);
  const inputs = replaced(resource.inputs, path, value);
  return { ...resource, inputs: isBlock(inputs) ? inputs : {}, outputs: Object.fromEntries(outputs) };
}

function replaced(at: unknown, [key, ...rest]: Path, value: Weak): unknown {
  if (key === undefined) return value;
  if (Array.isArray(at)) return at.map((each: unknown, index) => (index === key ? replaced(each, rest, value) : each));
  if (!isBlock(at)) return at;
  return Object.fromEntries(
    Object.entries(at).flatMap(([name, each]) => {
      if (name !== key) return [[name, each]];
      return rest.length === 0 && value === REMOVE ? [] : [[name, replaced(each, rest, value)]];
    }),
  );
}

function isBlock(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
