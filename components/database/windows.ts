const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAY = 24 * 60;
const WEEK = 7 * DAY;
/** Both windows last 30 minutes at least: "Preferred maintenance window", "Backup window". */
const SHORTEST = 30;

/** A stretch of the week in minutes since Monday 00:00 UTC; it may run past Sunday midnight. */
interface Stretch {
  readonly start: number;
  readonly length: number;
}

/** What AWS would refuse in a pair of windows ("03:00-04:00" daily, "sun:05:00-sun:06:00" weekly, UTC), or undefined. */
export function checkWindows(backup: string, maintenance: string): string | undefined {
  const daily = dailyWindow(backup);
  if (daily === undefined) return `backupWindow "${backup}" is not hh:mm-hh:mm`;
  const weekly = weeklyWindow(maintenance);
  if (weekly === undefined) return `maintenanceWindow "${maintenance}" is not ddd:hh:mm-ddd:hh:mm`;
  if (daily.length < SHORTEST) return `backupWindow "${backup}" is shorter than ${SHORTEST} minutes`;
  if (weekly.length < SHORTEST) return `maintenanceWindow "${maintenance}" is shorter than ${SHORTEST} minutes`;
  const everyDay = DAYS.map((_, day) => ({ start: day * DAY + daily.start, length: daily.length }));
  return everyDay.some((window) => overlap(window, weekly))
    ? `"${maintenance}" overlaps the backup "${backup}"`
    : undefined;
}

export const WINDOWS_FIX =
  "Give both windows half an hour or more that they do not share, such as 07:00-08:00 and sun:08:30-sun:09:30";

function dailyWindow(text: string): Stretch | undefined {
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  return stretch(minuteOfDay(from), minuteOfDay(to), DAY);
}

function weeklyWindow(text: string): Stretch | undefined {
  const [, fromDay, from, toDay, to] = /^([a-z]{3}):(\d\d:\d\d)-([a-z]{3}):(\d\d:\d\d)$/.exec(text.toLowerCase()) ?? [];
  return stretch(minuteOfWeek(fromDay, from), minuteOfWeek(toDay, to), WEEK);
}

function stretch(start: number | undefined, end: number | undefined, period: number): Stretch | undefined {
  if (start === undefined || end === undefined) return undefined;
  return { start, length: (end - start + period) % period };
}

function minuteOfWeek(day: string | undefined, time: string | undefined): number | undefined {
  const index = DAYS.indexOf(day ?? "");
  const minute = minuteOfDay(time);
  return index < 0 || minute === undefined ? undefined : index * DAY + minute;
}

function minuteOfDay(time: string | undefined): number | undefined {
  const [hours = NaN, minutes = NaN] = (time ?? "").split(":").map(Number);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

function overlap(one: Stretch, other: Stretch): boolean {
  const startsWithin = (later: Stretch, earlier: Stretch) =>
    (later.start - earlier.start + WEEK) % WEEK < earlier.length;
  return startsWithin(one, other) || startsWithin(other, one);
}
