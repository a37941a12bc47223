import { strict as assert } from "node:assert";
import fc from "fast-check";
import { fits, MOST_STEPS } from "../../../policies/engine/pattern";
import { covers } from "../../../policies/shared/document";

const letters = fc.stringMatching(/^[ab*?]{0,12}$/);
const size = fc.oneof(
  { weight: 300, arbitrary: fc.integer({ min: 0, max: 200 }) },
  { weight: 20, arbitrary: fc.integer({ min: 1000, max: 10_000 }) },
  { weight: 1, arbitrary: fc.constant(100_000) },
);
const piece = fc.constantFrom("a", "b", "*a", "*", "?", "*?", "a*", "aaab", "arn:aws:s3:::");
/** The same piece over and over, with another end: what makes a search begin again and again. */
const long = fc
  .tuple(piece, size, fc.constantFrom("", "b", "*b", "?"))
  .map(([each, count, end]) => each.repeat(Math.ceil(count / each.length)) + end);

function stepsOf(work: (count: () => void) => void): { readonly steps: number; readonly gaveUp: boolean } {
  let steps = 0;
  try {
    work(() => (steps += 1));
    return { steps, gaveUp: false };
  } catch (error) {
    assert.match(String(error), /are too long to compare/);
    return { steps, gaveUp: true };
  }
}

describe("patterns of IAM", () => {
  it("fit what a regular expression of the same meaning fits", () => {
    fc.assert(
      fc.property(letters, fc.stringMatching(/^[ab]{0,12}$/), (pattern, text) => {
        const meaning = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`);
        assert.equal(
          fits(pattern, text, () => true),
          meaning.test(text),
        );
      }),
      { numRuns: 5000 },
    );
  });

  it("are compared in bounded steps: the product of both lengths, and no more than so many", function () {
    this.timeout(600_000);
    let tried = 0;
    fc.assert(
      fc.property(long, long, (pattern, text) => {
        const { steps, gaveUp } = stepsOf((count) => covers(pattern, text, count));
        assert.ok(steps <= (pattern.length + 1) * (text.length + 1), `${steps} steps`);
        assert.ok(steps <= MOST_STEPS + 1);
        assert.equal(gaveUp, steps > MOST_STEPS);
        tried += 1;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(tried >= 20_000);
  });

  it("give up on what would take for ever, and say so", () => {
    const { gaveUp } = stepsOf((count) => fits(`*${"a".repeat(50_000)}b`, "a".repeat(100_000), undefined, count));
    assert.ok(gaveUp);
    // What was exponential once.
    assert.equal(covers(`arn:aws:s3:::${"*a".repeat(60)}b`, `arn:aws:s3:::${"a".repeat(1000)}`), false);
  });
});
