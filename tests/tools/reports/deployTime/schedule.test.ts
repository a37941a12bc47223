import { strict as assert } from "node:assert";
import fc from "fast-check";
import { criticalPath } from "../../../../tools/reports/deployTime/criticalPath";
import { graphOf } from "../../../../tools/reports/deployTime/graph";
import { schedule } from "../../../../tools/reports/deployTime/schedule";
import { slackOf } from "../../../../tools/reports/deployTime/slack";
import { resource, snapshotOf, urn } from "./stack";

type Plan = readonly { readonly seconds: number; readonly needs: readonly number[] }[];

const name = (index: number) => `r${String(index).padStart(2, "0")}`;
/** The plan as tasks, shuffled by name so that the order of ids is not that of needs. */
const tasksOf = (plan: Plan) =>
  graphOf(snapshotOf(...plan.map(({ needs }, index) => resource(name(index), needs.map(name))))).tasks;
const secondsIn = (plan: Plan) => (task: { readonly id: string }) =>
  plan[Number(task.id.replace(urn("r"), ""))]?.seconds ?? NaN;
const run = (plan: Plan, places?: number) => schedule(tasksOf(plan), secondsIn(plan), places);
const at = (plan: Plan, index: number, places?: number) => run(plan, places).slots.get(urn(name(index)));

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

describe("a schedule", () => {
  it("begins a resource when all it needs is over, and knows what could take longer", () => {
    assert.equal(run(diamond).total, 9);
    assert.equal(at(diamond, 0)?.start, 8);
    const slack = slackOf(tasksOf(diamond), run(diamond));
    assert.deepEqual(
      [0, 1, 2, 3].map((index) => slack.get(urn(name(index)))),
      [0, 0, 3, 0],
    );
  });

  it("lets what is ready wait for a place, first come first served", () => {
    const three: Plan = [4, 3, 2].map((seconds) => ({ seconds, needs: [] }));
    assert.equal(run(three, 2).total, 5);
    assert.deepEqual(at(three, 2, 2), { start: 3, end: 5, ready: 0, after: urn("r01") });
  });

  it("leaves no slack to what another waits for only because of its place", () => {
    const two: Plan = [4, 2].map((seconds) => ({ seconds, needs: [] }));
    const slack = (places?: number) => slackOf(tasksOf(two), run(two, places)).get(urn(name(1)));
    assert.equal(slack(), 2);
    assert.equal(slack(1), 0);
    assert.equal(slackOf(tasksOf(two), run(two, 1)).get(urn(name(0))), 0);
  });

  it("without resources takes no time", () => {
    assert.equal(schedule([], () => 1).total, 0);
  });

  it("without a limit takes as long as the longest way, which the critical path is", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const [tasks, made] = [tasksOf(plan), run(plan)];
        const path = criticalPath(tasks, made).map(({ task }) => task);
        assert.equal(made.total, longestOf(plan));
        assert.equal(
          path.reduce((to, task) => to + secondsIn(plan)(task), 0),
          made.total,
        );
        path.slice(1).forEach((task, index) => {
          assert.ok(task.waits.some(({ on }) => on === path[index]?.id));
        });
      }),
    );
  });

  it("never begins before a need is over, nor runs more at once than there are places, nor idles", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 1, max: 5 }), (plan, places) => {
        const made = run(plan, places);
        const slot = (index: number) => made.slots.get(urn(name(index))) ?? { start: NaN, end: NaN };
        plan.forEach(({ seconds, needs }, index) => {
          assert.equal(slot(index).end - slot(index).start, seconds);
          for (const each of needs) assert.ok(slot(each).end <= slot(index).start);
        });
        for (let moment = 0; moment < made.total; moment += 1) {
          const running = plan.filter((_, index) => slot(index).start <= moment && slot(index).end > moment).length;
          assert.ok(running > 0 && running <= places, `${running} at ${moment}`);
        }
      }),
    );
  });

  it("with one place takes the sum, and never less with fewer places than without a limit", () => {
    fc.assert(
      fc.property(plans, (plan) => {
        assert.equal(
          run(plan, 1).total,
          plan.reduce((sum, { seconds }) => sum + seconds, 0),
        );
        for (const places of [1, 2, 3]) assert.ok(run(plan, places).total >= run(plan).total);
      }),
    );
  });

  it("leaves each resource the slack that it has, to the second", () => {
    fc.assert(
      fc.property(plans, fc.nat(20), (plan, pick) => {
        const slack = slackOf(tasksOf(plan), run(plan));
        const index = pick % plan.length;
        const late = (by: number) =>
          run(plan.map((each, other) => (other === index ? { ...each, seconds: each.seconds + by } : each))).total;
        const spare = slack.get(urn(name(index))) ?? NaN;
        assert.equal(late(spare), run(plan).total);
        assert.equal(late(spare + 1), run(plan).total + 1);
      }),
    );
  });
});
