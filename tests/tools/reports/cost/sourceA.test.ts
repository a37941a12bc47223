import { strict as assert } from "node:assert";
import { costOf } from "./stack";
import { ARCHITECTURE, READER, TABLE, TOTALS } from "./sourceA";
import { PROFILES } from "../../../../tools/reports/cost/usage/usage";

const COLUMNS = [PROFILES.baseline, PROFILES["2000"], PROFILES["10000"]];
const estimates = COLUMNS.map((usage) => costOf(ARCHITECTURE, usage));
const percent = (ours: number, theirs: number) => (100 * (ours - theirs)) / theirs;
const compared = (ours: readonly number[], theirs: readonly number[]) =>
  theirs
    .map((each, index) => {
      const mine = ours[index] ?? 0;
      return `${mine.toFixed(0)} / ${each} (${percent(mine, each).toFixed(0)} %)`.padStart(20);
    })
    .join("");

describe("source A's table of costs", () => {
  it("has the totals that these prices give for its architecture, within 15 per cent", () => {
    const totals = estimates.map(({ totalUsd }) => totalUsd);
    console.log(
      `\n      USD a month, ours / source A's${" ".repeat(11)}baseline         2,000 users        10,000 users`,
    );
    for (const [service, theirs] of Object.entries(TABLE)) {
      const ours = estimates.map(({ byService }) => [...byService].find(([name]) => name === service)?.[1] ?? 0);
      console.log(`      ${service.padEnd(24)}${compared(ours, theirs)}`);
    }
    console.log(`      ${"total".padEnd(24)}${compared(totals, TOTALS)}`);
    TOTALS.forEach((theirs, index) => {
      const apart = Math.abs(percent(totals[index] ?? 0, theirs));
      assert.ok(apart <= 15, `column ${index} is ${apart.toFixed(1)} % apart`);
    });
  });

  it("has no service that these prices do not, and each within a third or two dollars", () => {
    for (const [service, theirs] of Object.entries(TABLE))
      theirs.forEach((each, index) => {
        const ours = [...(estimates[index]?.byService ?? [])].find(([name]) => name === service)?.[1] ?? 0;
        assert.ok(Math.abs(ours - each) <= Math.max(2, each / 3), `${service}, column ${index}: ${ours} and ${each}`);
      });
  });

  it("adds up, and everything in it is marked as source A's", () => {
    for (const rows of [0, 1, 2]) {
      const sum = Object.values(TABLE).reduce((total, each) => total + (each[rows] ?? 0), 0);
      assert.equal(sum, TOTALS[rows]);
    }
    assert.deepEqual(
      estimates.flatMap(({ lines }) => lines.filter(({ added }) => added !== undefined)),
      [],
    );
    assert.deepEqual(estimates[0]?.notPriced, []);
  });

  it("leaves out the reader that source A deployed, which costs half an ACU more at least", () => {
    const withReader = COLUMNS.map((usage) => costOf([...ARCHITECTURE, READER], usage));
    const more = withReader.map(({ totalUsd }, index) => totalUsd - (estimates[index]?.totalUsd ?? 0));
    console.log(
      `      with the reader         ${compared(
        withReader.map((each) => each.totalUsd),
        TOTALS,
      )}`,
    );
    assert.deepEqual(
      more.map((each) => each.toFixed(2)),
      ["43.80", "43.80", "87.60"],
    );
  });
});
