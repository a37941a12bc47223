import { strict as assert } from "node:assert";
import * as fc from "fast-check";
import { checkWindows } from "../../../components/database/windows";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = 24 * 60;
const WEEK = 7 * DAY;
const clock = (minute: number) => {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor((minute % DAY) / 60))}:${two(minute % 60)}`;
};
const moment = (minute: number) => `${DAYS[Math.floor((minute % WEEK) / DAY)] ?? ""}:${clock(minute)}`;

describe("checkWindows", () => {
  for (const [what, backup, maintenance, said] of [
    ["accepts windows apart", "07:00-08:00", "sun:08:30-sun:09:30", undefined],
    ["accepts one right after the other", "07:00-08:00", "sun:08:00-sun:09:00", undefined],
    ["accepts AWS's capitals", "07:00-08:00", "Sun:09:00-Sun:09:30", undefined],
    ["finds maintenance that ends within the backup", "07:00-08:00", "sun:06:00-sun:07:30", /overlaps/],
    ["finds a backup around maintenance", "06:00-10:00", "wed:08:00-wed:08:30", /overlaps/],
    ["finds a backup past midnight", "23:30-00:30", "mon:00:00-mon:00:30", /overlaps/],
    ["finds maintenance past the end of the week", "00:00-01:00", "sun:23:30-mon:00:15", /overlaps/],
    ["refuses a backup without minutes", "7-8", "sun:08:30-sun:09:30", /hh:mm-hh:mm/],
    ["refuses an hour that does not exist", "24:00-01:00", "sun:08:30-sun:09:30", /hh:mm-hh:mm/],
    ["refuses a day that does not exist", "07:00-08:00", "son:08:30-son:09:30", /ddd:hh:mm/],
    ["refuses maintenance without a day", "07:00-08:00", "08:30-09:30", /ddd:hh:mm/],
    ["refuses a short backup", "07:00-07:29", "sun:08:30-sun:09:30", /shorter than 30/],
    ["refuses short maintenance", "07:00-08:00", "sun:08:30-sun:08:59", /shorter than 30/],
  ] as const)
    it(what, () => {
      const found = checkWindows(backup, maintenance);
      if (said) assert.match(found ?? "", said);
      else assert.equal(found, undefined);
    });

  it("agrees with counting minutes, wherever the windows lie", () => {
    const span = fc.integer({ min: 30, max: 300 });
    const start = fc.integer({ min: 0, max: DAY - 1 });
    fc.assert(
      fc.property(start, span, fc.integer({ min: 0, max: WEEK - 1 }), span, (backup, length, maintenance, width) => {
        const busy = Array.from({ length }, (_, minute) => (backup + minute) % DAY);
        const shared = Array.from({ length: width }, (_, minute) => (maintenance + minute) % DAY).some((each) =>
          busy.includes(each),
        );
        const found = checkWindows(
          `${clock(backup)}-${clock(backup + length)}`,
          `${moment(maintenance)}-${moment(maintenance + width)}`,
        );
        assert.equal(found !== undefined, shared);
      }),
    );
  });
});
