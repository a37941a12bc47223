import { strict as assert } from "node:assert";
import { Waiting } from "../../../lab/faults/waiting";

describe("the faults that wait for a stack", () => {
  const waiting = (places: readonly number[], alone = false) =>
    new Waiting(
      places.map((at) => ({ operation: "create", at, kind: "error", seed: 1 })),
      alone,
    );
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

  /** Lets stacks take all of them, when AWS has done as many calls at each fault as it struck at. */
  function lives(these: Waiting): readonly (readonly number[])[] {
    const all: number[][] = [];
    while (!these.isEmpty) {
      const next = these.forStack();
      const life: number[] = [];
      for (let fault = next(0); fault !== undefined; fault = next(fault.at)) life.push(fault.at);
      all.push(life);
    }
    return all;
  }

  it("are handed out once each, and in as few stacks as leave ten calls between two of them", () => {
    const taken = lives(waiting(upTo(100)));
    assert.deepEqual(
      taken.flat().toSorted((a, b) => a - b),
      upTo(100),
    );
    assert.equal(taken.length, 10);
    assert.deepEqual(taken[0]?.slice(0, 3), [1, 11, 21]);
  });

  it("go on with the next one where AWS did more calls than it was asked for", () => {
    const next = waiting([5, 30, 60, 61]).forStack();
    assert.deepEqual([next(0)?.at, next(40)?.at, next(70)?.at], [5, 60, undefined]);
  });

  it("strike closer together where nothing else is left", () => {
    assert.deepEqual(lives(waiting([3, 4, 5])), [[3, 4, 5]]);
  });

  it("get a stack each if they are to be alone", () => {
    assert.deepEqual(lives(waiting([9, 3], true)), [[3], [9]]);
  });
});
