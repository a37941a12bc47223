import { strict as assert } from "node:assert";
import type { Usage } from "../../../../tools/reports/cost/usage/usage";
import { costOf, usd, type Part } from "./stack";

/** What it shows, the parts of a stack, the figures, the text of the line, and its USD a month. */
export type Case = readonly [says: string, parts: readonly Part[], usage: Partial<Usage>, line: string, usd: number];

/** Each case is one line of an estimate at 2,000 users, but for the figures that are given. */
export function priced(subject: string, cases: readonly Case[]): void {
  describe(`the price of ${subject}`, () => {
    for (const [says, parts, usage, line, expected] of cases)
      it(says, () => {
        assert.equal(usd(costOf(parts, usage), line), expected);
      });
  });
}
