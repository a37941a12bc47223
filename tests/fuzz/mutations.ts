import fc from "fast-check";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Step = string | number;

/** Names that every object of JavaScript has, and keys that parsers trip over. */
const STRANGE_KEYS = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "hasOwnProperty",
  "",
  " ",
  "a.b",
  "0",
  "secure",
  "a\nb",
];
export const STRANGE_TEXTS = [
  "",
  " ",
  "true",
  "null",
  "~",
  "-",
  "{",
  "[",
  "{{",
  "${telehealth:owner}",
  "0",
  "-1",
  "1e999",
  "NaN",
  "yes",
  "*",
  "&a",
  "!!js/function",
  "10.0.0.0/33",
  "10.0.0.0/0",
  "15.15.15",
  "::/0",
  "\u0000",
  "\u2028",
  "\ud800",
  "a\nb",
  "x".repeat(20_000),
];

const key = fc.oneof(fc.constantFrom(...STRANGE_KEYS), fc.string({ maxLength: 12 }));
const leaf: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, [], {}, ...STRANGE_TEXTS),
  fc.string(),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const tree = fc.letrec<{ tree: Json }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("tree")), { maxLength: 3 }).map((entries) => Object.fromEntries(entries)),
    nested(),
  ),
})).tree;

/** One value, hundreds of maps deep. */
function nested(): fc.Arbitrary<Json> {
  return fc
    .tuple(fc.integer({ min: 1, max: 400 }), fc.boolean(), key)
    .map(([depth, list, name]) =>
      Array.from({ length: depth }).reduce<Json>((inside) => (list ? [inside] : { [name]: inside }), "end"),
    );
}

/** Every place in a value, its root excepted. */
export function places(value: Json, at: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== "object" || value === null) return [];
  const entries: [Step, Json][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value);
  return entries.flatMap(([step, each]) => [[...at, step], ...places(each, [...at, step])]);
}

interface Change {
  readonly kind: "remove" | "rename" | "replace" | "add" | "repeat";
  readonly at: number;
  readonly name: string;
  readonly value: Json;
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom("remove", "rename", "replace", "replace", "replace", "add", "repeat"),
  at: fc.nat(),
  name: key,
  value: tree,
});

/** One to four changes at any depth: a value that is another, a key that is gone, renamed or new, a list's entry twice. */
export function mutated(source: Readonly<Record<string, Json>>): fc.Arbitrary<Record<string, Json>> {
  return fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce<Record<string, Json>>((value, each) => apply(value, each), { ...source }));
}

function apply(value: Record<string, Json>, { kind, at, name, value: news }: Change): Record<string, Json> {
  const all = places(value);
  const path = all[at % Math.max(all.length, 1)];
  if (path === undefined) return { [name]: news };
  return rebuild(value, path, (entries, step) => {
    const index = entries.findIndex(([each]) => each === step);
    const [, old = null] = entries[index] ?? [];
    if (kind === "remove") return entries.toSpliced(index, 1);
    if (kind === "rename") return entries.toSpliced(index, 1, [name, old]);
    if (kind === "replace") return entries.toSpliced(index, 1, [step, news]);
    if (kind === "add") return [...entries, [name, news]];
    return entries.toSpliced(index, 0, [`${step}`, old]);
  }) as Record<string, Json>;
}

/** The same with one value in another's place. */
export function withValue(
  source: Readonly<Record<string, Json>>,
  path: readonly Step[],
  news: Json,
): Record<string, Json> {
  const made = rebuild({ ...source }, path, (entries, step) =>
    entries.map(([key, each]) => [key, key === step ? news : each]),
  );
  return made as Record<string, Json>;
}

type Entries = [Step, Json][];

/** A copy in which the entries beside the last step are others. Keys are defined, never set: `__proto__` is one as any. */
function rebuild(
  value: Json,
  [step, ...rest]: readonly Step[],
  change: (entries: Entries, step: Step) => Entries,
): Json {
  if (step === undefined || typeof value !== "object" || value === null) return value;
  const list = Array.isArray(value);
  const entries: Entries = list ? value.map((each, index) => [index, each]) : Object.entries(value);
  const made =
    rest.length === 0
      ? change(entries, step)
      : entries.map(([key, each]): [Step, Json] => [key, key === step ? rebuild(each, rest, change) : each]);
  return list ? made.map(([, each]) => each) : Object.fromEntries(made);
}
