import { strict as assert } from "node:assert";
import fc from "fast-check";
import { flatten } from "../../policies/engine/outcome";
import { Resource } from "../../policies/engine/resource";
import { Stack } from "../../policies/engine/stack";
import { LIMIT, within } from "../../policies/engine/timeLimit";
import { UNKNOWN, type Value } from "../../policies/engine/value";
import { pack } from "../../policies/pack";
import { appliesTo } from "../../policies/rule";
import { CASES } from "./cases";
import { describedBy } from "./described";
import { type Given, LATER } from "./runner";

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
const hostileText: fc.Arbitrary<string> = fc
  .record({
    start: fc.constantFrom("", "arn:aws:s3:::", "https://", "{", "[", '"', "a"),
    fragment: fc.oneof(
      fc.constantFrom(...FRAGMENTS),
      fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 2, maxLength: 3 }).map((each) => each.join("")),
    ),
    // Mostly short, as what throws on a long one throws on a short one. The longest are there for the time: what is not linear
    // takes a quarter of an hour for one of them.
    size: fc.oneof(
      { weight: 60, arbitrary: fc.integer({ min: 1000, max: 4000 }) },
      { weight: 4, arbitrary: fc.constant(100_000) },
      { weight: 1, arbitrary: fc.constant(1_000_000) },
    ),
    end: fc.constantFrom("", "!", "\n", "\n!", "*", "b", "]", '"'),
  })
  .map(({ start, fragment, size, end }) => `${start}${fragment.repeat(Math.ceil(size / fragment.length))}${end}`);

/** The value with one part of it, somewhere inside, replaced. */
function mutate(value: unknown, path: readonly number[], replacement: Value): unknown {
  const [first, ...rest] = path;
  if (typeof value !== "object" || value === null || first === undefined) return replacement;
  const keys = Object.keys(value);
  const key = keys[first % Math.max(keys.length, 1)];
  if (key === undefined) return replacement;
  const copy: any = Array.isArray(value) ? [...value] : { ...value };
  copy[key] = mutate(copy[key], rest, replacement);
  return copy;
}

describe("every rule", () => {
  it("survives any configuration, made up or mutated, and words each finding", function () {
    this.timeout(60_000);
    const mutated = fc.record({
      given: fc.constantFrom(...stacks),
      which: fc.nat(),
      path: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
      value: anything,
    });
    fc.assert(
      fc.property(mutated, ({ given, which, path, value }) => {
        const changed = given.map((each, index) =>
          index === which % given.length ? { ...each, props: mutate(each.props, path, value) as Given["props"] } : each,
        );
        for (const outcome of judge(changed))
          assert.ok("notKnown" in outcome || (outcome.problem.length > 0 && outcome.property.length > 0));
      }),
      { numRuns: 10_000 },
    );
  });

  it("ends with any text of up to 1 MB that was made to be slow to read, wherever it stands", function () {
    this.timeout(600_000);
    const hostile = fc.record({
      given: fc.constantFrom(...stacks),
      which: fc.nat(),
      path: fc.array(fc.nat(), { minLength: 1, maxLength: 5 }),
      value: hostileText,
    });
    fc.assert(
      fc.property(hostile, ({ given, which, path, value }) => {
        const changed = given.map((each, index) =>
          index === which % given.length ? { ...each, props: mutate(each.props, path, value) as Given["props"] } : each,
        );
        // No measure of speed: what is not linear takes hours on such a text, and is interrupted by name.
        within(
          LIMIT,
          () => judge(changed),
          () => `${path.join(".")} of ${given[0]?.type ?? ""}: ${value.slice(0, 40)}`,
        );
      }),
      { numRuns: 10_000 },
    );
  });
});
