import { strict as assert } from "node:assert";
import fc from "fast-check";
import { criticalPath } from "../../../../tools/reports/deployTime/criticalPath";
import { graphOf } from "../../../../tools/reports/deployTime/graph";
import { endsOf, totalOf } from "../../../../tools/reports/deployTime/ends";
import { resource, snapshotOf, urn } from "./stack";

type Plan = readonly { readonly seconds: number; readonly needs: readonly number[] }[];

const name = (index: number) => `r${String(index).padStart(2, "0")}`;
/** The plan as tasks, shuffled by name so that the order of ids is not that of needs. */
const tasksOf = (plan: Plan) =>
  graphOf(snapshotOf(...plan.map(({ needs }, index) => resource(name(index), needs.map(name))))).tasks;
const secondsIn = (plan: Plan) => (task: { readonly id: string }) =>
  plan[Number(task.id.replace(urn("r"), ""))]?.seconds ?? NaN;
const run = (plan: Plan) => endsOf(tasksOf(plan), secondsIn(plan));

/** Needs lead to later indexes, so ids and needs run against each other. */
const plans = fc.integer({ min: 1, max: 14 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, index) =>
      fc.record({
        seconds: fc.nat(9),
        needs:
          index + 1 < count
            ? fc.uniqueArray(fc.integer({ min: index + 1, max: count - 1 }), { maxLength: 3 })
            : fc.constant([]),
      }),
    ),
  ),
);

/** The longest way through, by trying every way: nothing of the tool in it. */
function longest(plan: Plan, index: number): number {
  const { seconds, needs } = plan[index] ?? { seconds: 0, needs: [] };
  return seconds + Math.max(0, ...needs.map((each) => longest(plan, each)));
}
const longestOf = (plan: Plan) => Math.max(...plan.map((_, index) => longest(plan, index)));

const diamond: Plan = [
  { seconds: 1, needs: [1, 2] },
  { seconds: 5, needs: [3] },
  { seconds: 2, needs: [3] },
  { seconds: 3, needs: [] },
];

describe("the critical path", () => {
  it("begins each resource when all it needs is over", () => {
    assert.equal(totalOf(run(diamond)), 9);
    const path = criticalPath(tasksOf(diamond), run(diamond));
    assert.deepEqual(
      path.map(({ task, start }) => [task.id, start]),
      [
        [urn("r03"), 0],
        [urn("r01"), 3],
        [urn("r00"), 8],
      ],
    );
  });

  it("of nothing is none", () => {
    assert.equal(totalOf(endsOf([], () => 1)), 0);
    assert.deepEqual(criticalPath([], new Map()), []);
  });

  it("is the longest way through, each waiting for the one before", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [tasks, ends] = [tasksOf(plan), run(plan)];
        const path = criticalPath(tasks, ends).map(({ task }) => task);
        assert.equal(totalOf(ends), longestOf(plan));
        assert.equal(
          path.reduce((sum, task) => sum + secondsIn(plan)(task), 0),
          longestOf(plan),
        );
        path.slice(1).forEach((task, index) => {
          assert.ok(task.waits.some(({ on }) => on === path[index]?.id));
        });
      }),
    );
  });
});
