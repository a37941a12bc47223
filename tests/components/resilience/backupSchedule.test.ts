import { strict as assert } from "node:assert";
import {
  betweenSnapshots,
  LEAST_RPO_MINUTES,
  monthly,
  scheduleFor,
  weekly,
  worstLoss,
} from "../../../components/resilience/backupSchedule";
import { firstMeeting, startsOf } from "../../../policies/shared/occurrences";

const HOUR = 60;

describe("scheduleFor", () => {
  for (const [rpo, every, window, hours] of [
    [32 * HOUR, 24, 480, "5"],
    [7 * 24 * HOUR, 24, 480, "5"],
    [32 * HOUR - 1, 12, 360, "5,17"],
    [24 * HOUR, 12, 360, "5,17"],
    [18 * HOUR - 1, 8, 240, "5,13,21"],
    [9 * HOUR, 6, 180, "5,11,17,23"],
    [6 * HOUR, 4, 120, "1,5,9,13,17,21"],
    [4.5 * HOUR, 3, 90, "2,5,8,11,14,17,20,23"],
    [3 * HOUR, 2, 60, "1,3,5,7,9,11,13,15,17,19,21,23"],
    [2 * HOUR, 1, 60, "*"],
  ] as const)
    it(`takes a snapshot every ${every} hours to lose at most ${rpo} minutes`, () => {
      assert.deepEqual(scheduleFor(rpo), {
        everyMinutes: every * HOUR,
        startWindowMinutes: window,
        expression: `cron(0 ${hours} * * ? *)`,
      });
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

describe("rarer backups", () => {
  const schedule = (rpo: number) => scheduleFor(rpo) ?? assert.fail("no schedule");

  it("begin with the snapshot of their day, so that one job does both", () => {
    assert.equal(weekly(schedule(32 * HOUR)).expression, "cron(0 5 ? * SUN *)");
    assert.equal(monthly(schedule(32 * HOUR)).expression, "cron(0 5 1 * ? *)");
    assert.equal(weekly(schedule(6 * HOUR)).startWindowMinutes, schedule(6 * HOUR).startWindowMinutes);
  });

  for (const hours of [32, 24, 17, 9, 6, 4.5, 3])
    it(`and a continuous one never meet the snapshots that may lose ${hours} hours`, () => {
      const snapshots = schedule(hours * HOUR);
      const between = betweenSnapshots(snapshots);
      const spans = ({ expression, startWindowMinutes }: typeof snapshots) =>
        (startsOf(expression) ?? []).map((from) => ({ from, to: from + startWindowMinutes }));
      assert.equal(spans(between).length, 365);
      assert.equal(firstMeeting(spans(snapshots), spans(between)), undefined);
      assert.equal(between.everyMinutes, 24 * HOUR);
    });
});
