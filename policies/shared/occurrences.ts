/** A year with every weekday on every date of a month somewhere. */
const [YEAR, DAYS_IN_YEAR] = [2027, 365];
const MINUTES_IN_DAY = 1440;
const WEEKDAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** A stretch of the year, in minutes since its beginning; the end is not part of it. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * When a schedule starts in a year, in minutes. Undefined for what has no fixed hour (`rate`), for what is no schedule, and
 * for forms that hardly anybody writes (`W`, a certain year).
 */
export function startsOf(schedule: string): readonly number[] | undefined {
  const [, inside = ""] = /^cron\((.+)\)$/.exec(schedule.trim()) ?? [];
  const [minute = "", hour = "", dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = inside
    .toUpperCase()
    .split(/\s+/);
  if (year !== "*") return undefined;
  const minutes = numbers(minute, 0, 59);
  const hours = numbers(hour, 0, 23);
  const months = numbers(month, 1, 12, MONTHS);
  const onDay = dayTest(dayOfMonth, dayOfWeek);
  if (minutes === undefined || hours === undefined || months === undefined || onDay === undefined) return undefined;
  const times = hours.flatMap((each) => minutes.map((at) => each * 60 + at));
  return Array.from({ length: DAYS_IN_YEAR }, (_, day) => day).flatMap((day) => {
    const date = new Date(Date.UTC(YEAR, 0, 1 + day));
    if (!months.includes(date.getUTCMonth() + 1) || !onDay(date)) return [];
    return times.map((each) => day * MINUTES_IN_DAY + each);
  });
}

/** The first moment that a span of each list has in common; undefined if they never meet. Both in order of time. */
export function firstMeeting(one: readonly Span[], other: readonly Span[]): number | undefined {
  let [left, right] = [0, 0];
  for (;;) {
    const [a, b] = [one[left], other[right]];
    if (a === undefined || b === undefined) return undefined;
    if (a.from < b.to && b.from < a.to) return Math.max(a.from, b.from);
    if (a.to <= b.to) left += 1;
    else right += 1;
  }
}

/** A moment of that year for a message: `2027-01-03 05:00 UTC`. */
export function clock(minute: number): string {
  const date = new Date(Date.UTC(YEAR, 0, 1) + minute * 60_000);
  return `${date.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

type DayTest = (date: Date) => boolean;

function dayTest(dayOfMonth: string, dayOfWeek: string): DayTest | undefined {
  if (isAny(dayOfWeek)) {
    if (isAny(dayOfMonth)) return () => true;
    if (dayOfMonth === "L") return (date) => new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
    const days = numbers(dayOfMonth, 1, 31);
    return days && ((date) => days.includes(date.getUTCDate()));
  }
  const [, name = "", nth] = /^(\w+)#([1-5])$/.exec(dayOfWeek) ?? [];
  const days = numbers(nth === undefined ? dayOfWeek : name, 1, 7, WEEKDAYS);
  if (days === undefined) return undefined;
  return (date) =>
    days.includes(date.getUTCDay() + 1) && (nth === undefined || Math.ceil(date.getUTCDate() / 7) === Number(nth));
}

const isAny = (field: string): boolean => field === "*" || field === "?";

/** The numbers of a field: `*`, `5`, `1,3`, `1-5`, `MON-FRI`, `0/6`. Undefined for anything else. */
function numbers(field: string, least: number, most: number, names: readonly string[] = []): number[] | undefined {
  const numberOf = (text: string) => (names.includes(text) ? names.indexOf(text) + least : Number(text || NaN));
  const found = field.split(",").map((each): number[] | undefined => {
    const [range = "", step = "1", ...rest] = each.split("/");
    const [from = "", to, ...more] = range.split("-");
    if (rest.length > 0 || more.length > 0) return undefined;
    const first = isAny(range) ? least : numberOf(from);
    const last = isAny(range) ? most : to !== undefined ? numberOf(to) : each.includes("/") ? most : first;
    const by = Number(step);
    if (![first, last, by].every(Number.isInteger) || first < least || last > most || by < 1) return undefined;
    const wraps = last < first ? most - least + 1 : 0;
    return Array.from({ length: Math.floor((last + wraps - first) / by) + 1 }, (_, index) => {
      const value = first + index * by;
      return value > most ? value - (most - least + 1) : value;
    });
  });
  if (found.some((each) => each === undefined)) return undefined;
  return [...new Set(found.flatMap((each) => each ?? []))].toSorted((a, b) => a - b);
}
