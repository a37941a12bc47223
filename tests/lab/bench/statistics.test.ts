import { strict as assert } from "node:assert";
import { marginalFactor, median, medianIfAll } from "../../../lab/bench/statistics";

describe("statistics of a benchmark", () => {
  for (const [what, figures, middle] of [
    ["an odd number of figures: the middle one", [9, 1, 5], 5],
    ["an even number: half-way between the two in the middle", [4, 1, 2, 100], 3],
    ["one figure: itself", [7], 7],
    ["figures whose order as texts is another one", [10, 9, 100], 10],
  ] as const)
    it(`take as the median of ${what}`, () => {
      const given = [...figures];
      assert.equal(median(given), middle);
      assert.deepEqual(given, figures, "the figures stay in their order");
    });

  it("know no median of nothing", () => {
    assert.throws(() => median([]), /no median of nothing/);
  });

  it("give none when a figure is missing, so that no median rests on fewer runs than are told", () => {
    assert.equal(medianIfAll([3, 1, 2]), 2);
    assert.equal(medianIfAll([3, undefined, 2]), undefined);
    assert.equal(medianIfAll([]), undefined);
  });

  it("measure growth beyond what every run takes", () => {
    assert.equal(marginalFactor(2, 5, 14), 4);
    assert.equal(marginalFactor(0, 5, 5), 1);
    assert.equal(marginalFactor(5, 5, 14), undefined, "one unit takes no time");
  });
});
