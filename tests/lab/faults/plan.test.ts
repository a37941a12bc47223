import { strict as assert } from "node:assert";
import { nameOf, plan } from "../../../lab/faults/plan";
import { endLine, progressLine, remaining } from "../../../lab/faults/progress";
import type { Tried } from "../../../lab/faults/report";
import { report } from "../../../lab/faults/report";

const all = { from: 1, to: Number.MAX_SAFE_INTEGER, every: 1, seed: 1 };
const calls = { create: 5, update: 2, delete: 3 };

describe("the plan of faults", () => {
  const names = (...args: Parameters<typeof plan>) => plan(...args).map(nameOf);

  it("has every call of an operation, from the first to the last", () => {
    const only = { ...all, operations: ["create"], kinds: ["error"] } as const;
    assert.deepEqual(
      names(calls, only),
      [1, 2, 3, 4, 5].map((at) => `create ${at} error`),
    );
  });

  it("has every kind at every operation, each of them once", () => {
    const whole = {
      ...all,
      operations: ["create", "update", "delete"],
      kinds: ["error", "unanswered", "answered"],
    } as const;
    const planned = names(calls, whole);
    assert.equal(new Set(planned).size, 3 * (5 + 2 + 3));
    // What ends early has tried one kind everywhere rather than all kinds at one operation.
    assert.deepEqual(
      [planned[0], planned[9], planned[10]],
      ["create 1 error", "delete 3 error", "create 1 unanswered"],
    );
  });

  const places: readonly (readonly [string, object, readonly number[]])[] = [
    ["every other", { every: 2 }, [1, 3, 5]],
    ["from the second to the fourth", { from: 2, to: 4 }, [2, 3, 4]],
    ["every third from the second", { from: 2, every: 3 }, [2, 5]],
    ["behind the last", { from: 6 }, []],
  ];
  for (const [what, selection, expected] of places)
    it(`takes ${what}`, () => {
      const found = plan(calls, { ...all, operations: ["create"], kinds: ["error"], ...selection });
      assert.deepEqual(
        found.map(({ at }) => at),
        expected,
      );
    });
});

const tried = (operation: "create" | "delete", at: number, kind: "error" | "answered", more: object = {}): Tried => ({
  fault: { operation, at, kind, seed: 1 },
  problems: [],
  known: 0,
  ...more,
});

describe("the report of faults", () => {
  it("counts what was survived, by operation and kind, and says why the others were not", () => {
    const text = report([
      tried("create", 1, "error"),
      tried("create", 2, "error", { problems: ["created twice: x", "still pending, creating: y"] }),
      tried("create", 1, "answered", { known: 2 }),
      tried("delete", 1, "error"),
    ]);
    assert.equal(
      text,
      [
        "create: error 1/2 survived, kill after the answer 1/1 survived (2 resources known by pending operations only)",
        "destroy: error 1/1 survived",
        "not survived:",
        "  create 2 error",
        "    created twice: x",
        "    still pending, creating: y",
      ].join("\n"),
    );
  });

  it("says what the end of a stack has against its faults", () => {
    const whole = tried("create", 1, "error");
    assert.equal(endLine([whole]), undefined);
    assert.equal(
      endLine([whole, tried("create", 9, "error", { problems: ["created twice: x", "too much: y"] })]),
      "NOT survived at the end of a stack, 1 of its 2 faults: created twice: x; too much: y",
    );
  });

  it("says how far it is, and how long the rest takes", () => {
    assert.equal(remaining(60_000, 2, 6), 120_000);
    assert.equal(
      progressLine(tried("create", 7, "error"), 2, 6, 120_000),
      "2/6 create 7 error: survived, about 2 min left",
    );
    const failed = tried("delete", 7, "answered", { problems: ["x"] });
    assert.equal(progressLine(failed, 3, 9, 9000), "3/9 delete 7 answered: NOT survived, about 9 s left");
    assert.match(progressLine(failed, 3, 9, 3 * 3_600_000), /about 3\.0 h left/);
  });
});
