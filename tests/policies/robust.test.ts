import { strict as assert } from "node:assert";
import fc from "fast-check";
import { flatten } from "../../policies/engine/outcome";
import { Resource } from "../../policies/engine/resource";
import { Stack } from "../../policies/engine/stack";
import { UNKNOWN, type Value } from "../../policies/engine/value";
import { pack } from "../../policies/pack";
import { appliesTo } from "../../policies/rule";
import { CASES } from "./cases";
import { describedBy } from "./described";
import { type Given, LATER } from "./runner";
import { StepCounter } from "./stepCounter";

/** Everything that all rules say about a stack; throws if a rule does. */
function judge(given: readonly Given[]) {
  const described = describedBy(given);
  const stack = new Stack(described);
  return described.flatMap((each) => {
    const resource = new Resource(each);
    const own = pack.filter((rule) => appliesTo(rule, resource.type));
    return own.flatMap((rule) => flatten([rule.check?.(resource, new Map()), rule.checkInStack?.(resource, stack)]));
  });
}

const stacks = Object.values(CASES).flatMap(({ accepts, rejects, defers = [] }) =>
  [...accepts, ...rejects, ...defers].map(({ given }) => given),
);
/** What JSON may hold, and what code trips over that takes every object for one of JavaScript's own. */
const STRANGE: readonly Value[] = [
  { toString: 1, valueOf: 1 },
  [{ toString: null }],
  JSON.parse('{"__proto__":{"Statement":1}}'),
  { constructor: 1, hasOwnProperty: 1 },
  { length: 5 },
  [["*"]],
  [null],
];
const leaf: fc.Arbitrary<Value> = fc.oneof(
  fc.constantFrom<Value>(
    null,
    true,
    false,
    0,
    -1,
    "",
    "*",
    "true",
    LATER,
    "0.0.0.0/0",
    "::/0",
    "{}",
    "[1]",
    UNKNOWN,
    "arn:aws:iam::111122223333:root",
    ...STRANGE,
  ),
  fc.string(),
  fc.double(),
);
const anything: fc.Arbitrary<Value> = fc.letrec<{ tree: Value }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.array(tie("tree"), { maxLength: 3 }),
    fc.dictionary(fc.string(), tie("tree"), { maxKeys: 3 }),
  ),
})).tree;

/** What expressions of the rules look for, many times over and then not ended as they expect. */
const FRAGMENTS = [
  ...[
    "*",
    "?",
    "*?",
    "*a",
    "?*",
    "a",
    "A1",
    "0",
    " ",
    "\n",
    "\t",
    ".",
    "..",
    "-",
    "--",
    "-a",
    "_",
    "/",
    "//",
    "://",
    ":",
    "::",
    "@",
    "a@",
  ],
  ...[
    "=",
    "==",
    ";",
    ",",
    "'",
    '"',
    '\\"',
    "\\",
    "[",
    "]",
    "{",
    "}",
    "(",
    ")",
    "$",
    "${",
    "$(",
    "$context.",
    "%",
    "<",
    ">",
    "|",
    "&",
    "^",
  ],
  ...[
    "--password=",
    "password",
    "secret_",
    "per_",
    "eyJ-",
    "eyJaaaaaaaaaa.",
    "SG.",
    "replace ",
    "x",
    "arn:aws:",
    "arn:aws:iam::",
    "1.",
    "::1",
  ],
  ...[
    "-----BEGIN ",
    "RSA ",
    "a:b@",
    "http://",
    "cron(",
    "rate(",
    "* ",
    "1,",
    "0/",
    '{"a":',
    "[[",
    '{"Statement":',
    "undefined",
    "${aws:",
    "é",
    "\u0000",
  ],
];
const SIZE = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 1000, max: 10_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10_000, max: 100_000 }) },
);

/** What is put in the place of a part; that part is at hand, to be put there many times. */
type Replacement = (old: unknown) => Value;

const asText: fc.Arbitrary<Replacement> = fc
  .record({
    start: fc.constantFrom("", "arn:aws:s3:::", "https://", "{", "[", '"', "a"),
    fragment: fc.oneof(
      fc.constantFrom(...FRAGMENTS),
      fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 2, maxLength: 3 }).map((each) => each.join("")),
    ),
    size: SIZE,
    end: fc.constantFrom("", "!", "\n", "\n!", "*", "b", "]", '"'),
  })
  .map(({ start, fragment, size, end }) => {
    const text = `${start}${fragment.repeat(Math.ceil(size / fragment.length))}${end}`;
    return () => text;
  });
/** What is there already, or something else, as often as the size asks for. */
const many = fc
  .record({ piece: fc.option(anything, { nil: undefined }), size: SIZE })
  .map(({ piece, size }) => (old: unknown): Value[] => {
    const each: any = piece ?? old ?? null;
    // In a list, since a symbol by itself is nothing in JSON.
    return Array.from({ length: Math.ceil(size / JSON.stringify([each]).length) }, () => each);
  });
const asList: fc.Arbitrary<Replacement> = many;
const asBlock: fc.Arbitrary<Replacement> = many.map(
  (repeated) => (old) => Object.fromEntries(repeated(old).map((each, index) => [`k${index}`, each])),
);

/** The value with one part of it, somewhere inside, replaced; what is JSON as text is gone into as well. */
function mutate(value: unknown, path: readonly number[], replace: Replacement): unknown {
  const [first, ...rest] = path;
  const inside = typeof value === "string" ? documentIn(value) : undefined;
  if (inside !== undefined) return JSON.stringify(mutate(inside, path, replace));
  if (typeof value !== "object" || value === null || first === undefined) return replace(value);
  const keys = Object.keys(value);
  const key = keys[first % Math.max(keys.length, 1)];
  if (key === undefined) return replace(value);
  const copy: any = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = mutate(copy[key], rest, replace);
  return copy;
}

function documentIn(text: string): object | undefined {
  try {
    const read: unknown = /^\s*[{[]/.test(text) ? JSON.parse(text) : undefined;
    return typeof read === "object" && read !== null ? read : undefined;
  } catch {
    return undefined;
  }
}

const place = {
  given: fc.constantFrom(...stacks.filter((each) => each.length > 0)),
  which: fc.nat(),
  path: fc.array(fc.nat(), { minLength: 1, maxLength: 8 }),
};
interface Mutation {
  readonly given: readonly Given[];
  readonly which: number;
  readonly path: readonly number[];
  readonly replace: Replacement;
}
const mutated = ({ given, which, path, replace }: Mutation) =>
  given.map((each, index) =>
    index === which % given.length ? { ...each, props: mutate(each.props, path, replace) as Given["props"] } : each,
  );

/** Steps for each character that is judged: thirty times what any batch has needed. What grows with the square takes thousands. */
const MOST_STEPS = 5;
const BATCHES = 100;

describe("every rule", () => {
  it("survives any configuration, made up or mutated, and words each finding", function () {
    this.timeout(60_000);
    const any = fc.record({
      ...place,
      replace: anything.map(
        (value): Replacement =>
          () =>
            value,
      ),
    });
    fc.assert(
      fc.property(any, (mutation) => {
        for (const outcome of judge(mutated(mutation)))
          assert.ok("notKnown" in outcome || (outcome.problem.length > 0 && outcome.property.length > 0));
      }),
      { numRuns: 20_000 },
    );
  });

  it("takes a number of steps that grows with what it is given and no faster, for 20,000 documents, patterns and inputs of 1 to 100 kB", function () {
    this.timeout(600_000);
    const counter = new StepCounter("/policies/");
    const any = fc.record({ ...place, replace: fc.oneof(asText, asList, asBlock) });
    try {
      for (let batch = 0; batch < BATCHES; batch += 1) {
        let size = 0;
        fc.assert(
          fc.property(any, (mutation) => {
            const given = mutated(mutation);
            size += JSON.stringify(given).length;
            judge(given);
          }),
          { numRuns: 20_000 / BATCHES },
        );
        const steps = counter.take();
        assert.ok(steps > 0 && steps < size * MOST_STEPS, `${steps} steps for ${size} characters`);
      }
    } finally {
      counter.stop();
    }
  });
});
