import { strict as assert } from "node:assert";
import { type Capacity, checkCapacity } from "../../../components/database/capacity";

const pauseAfterSeconds = 600;

describe("checkCapacity", () => {
  for (const [min, max] of [
    [0.5, 1],
    [0.5, 8],
    [8, 8],
    [256, 256],
  ] as const)
    it(`accepts ${min} to ${max} ACU`, () => {
      assert.equal(checkCapacity({ min, max }), undefined);
    });

  for (const seconds of [300, 86_400])
    it(`accepts a pause after ${seconds} seconds`, () => {
      assert.equal(checkCapacity({ min: 0, max: 2, pauseAfterSeconds: seconds }), undefined);
    });

  const refused: [what: string, capacity: Capacity, said: RegExp][] = [
    ["a step that AWS does not have", { min: 0.7, max: 8 }, /min 0\.7/],
    ["a negative minimum", { min: -1, max: 8 }, /min -1/],
    ["a maximum of half a unit", { min: 0.5, max: 0.5 }, /max 0\.5/],
    ["a maximum over AWS's", { min: 1, max: 256.5 }, /max 256\.5/],
    ["a maximum that is no number", { min: 1, max: NaN }, /max NaN/],
    ["a range upside down", { min: 8, max: 4 }, /max 4 is less than min 8/],
    ["an idle cluster that never pauses", { min: 0, max: 2 }, /without pauseAfterSeconds/],
    ["a pause that cannot happen", { min: 0.5, max: 2, pauseAfterSeconds }, /never pauses/],
    ["a pause after less than five minutes", { min: 0, max: 2, pauseAfterSeconds: 299 }, /299/],
    ["a pause after more than a day", { min: 0, max: 2, pauseAfterSeconds: 86_401 }, /86401/],
    ["a pause within a second", { min: 0, max: 2, pauseAfterSeconds: 300.5 }, /300\.5/],
  ];
  for (const [what, capacity, said] of refused)
    it(`refuses ${what}`, () => {
      assert.match(checkCapacity(capacity) ?? "", said);
    });
});
