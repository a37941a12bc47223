import { strict as assert } from "node:assert";
import { LEAST_RPO_MINUTES, scheduleFor, worstLoss } from "../../../components/resilience/backupSchedule";

const HOUR = 60;

describe("scheduleFor", () => {
  for (const [rpo, every, hours] of [
    [25 * HOUR, 24, "5"],
    [7 * 24 * HOUR, 24, "5"],
    [24 * HOUR, 12, "5,17"],
    [13 * HOUR, 12, "5,17"],
    [13 * HOUR - 1, 8, "5,13,21"],
    [7 * HOUR, 6, "5,11,17,23"],
    [5 * HOUR, 4, "1,5,9,13,17,21"],
    [4 * HOUR, 3, "2,5,8,11,14,17,20,23"],
    [3 * HOUR, 2, "1,3,5,7,9,11,13,15,17,19,21,23"],
    [2 * HOUR, 1, "*"],
  ] as const)
    it(`takes a snapshot every ${every} hours to lose at most ${rpo} minutes`, () => {
      assert.deepEqual(scheduleFor(rpo), { everyMinutes: every * HOUR, expression: `cron(0 ${hours} * * ? *)` });
    });

  it("never loses more than asked, not even if one starts at once and the next as late as it may", () => {
    for (let rpo = LEAST_RPO_MINUTES; rpo < 2000; rpo += 7) {
      const schedule = scheduleFor(rpo);
      assert.ok(schedule && worstLoss(schedule) <= rpo, String(rpo));
    }
  });

  it("has equal pauses, over midnight too", () => {
    for (const rpo of [3, 4, 5, 7, 9, 13, 25].map((hours) => hours * HOUR)) {
      const { everyMinutes, expression } = scheduleFor(rpo) ?? { everyMinutes: 0, expression: "" };
      const starts = (/ ([\d,]+) /.exec(expression)?.[1] ?? "").split(",").map(Number);
      const pauses = starts.map((each, index) => (starts[index + 1] ?? (starts[0] ?? 0) + 24) - each);
      assert.deepEqual(new Set(pauses), new Set([everyMinutes / HOUR]), expression);
    }
  });

  for (const rpo of [LEAST_RPO_MINUTES - 1, 0, -1, Number.NaN])
    it(`says that no schedule loses only ${rpo} minutes`, () => {
      assert.equal(scheduleFor(rpo), undefined);
    });
});
