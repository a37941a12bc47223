const UNIT_HOURS: Readonly<Record<string, number>> = { minute: 1 / 60, hour: 1, day: 24 };

/**
 * The longest pause of a schedule in hours: at least that of a day whose times are listed, a week or more where days are
 * picked. Undefined for what is no schedule of EventBridge.
 */
export function longestPauseHours(schedule: string): number | undefined {
  const [, count = "", unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(schedule.trim()) ?? [];
  if (count !== "") return Number(count) * (UNIT_HOURS[unit] ?? 24);
  const [, fields = ""] = /^cron\((.+)\)$/.exec(schedule.trim()) ?? [];
  const [minute, hour, dayOfMonth = "", month = "", dayOfWeek = "", year = ""] = fields.split(/\s+/);
  if (minute === undefined || hour === undefined || year === "") return undefined;
  const everyDay = isAny(dayOfMonth) && isAny(month) && isAny(dayOfWeek) && isAny(year);
  if (!everyDay)
    return isAny(month) && isAny(year) && isAny(dayOfMonth) ? pauseBetween(daysOf(dayOfWeek), 7) * 24 : 24 * 28;
  const step = /^(?:\*|0)\/(\d+)$/.exec(hour)?.[1];
  if (hour === "*") return 1;
  if (step !== undefined) return Number(step);
  const hours = hour.split(",").map(Number);
  return hours.every(Number.isInteger) ? pauseBetween(hours, 24) : 24;
}

const isAny = (field: string): boolean => field === "*" || field === "?";

const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** Days of a week by number; a range counts from its first to its last. */
function daysOf(field: string): number[] {
  const numberOf = (text: string) => (DAYS.includes(text) ? DAYS.indexOf(text) : Number(text) - 1);
  return field.split(",").flatMap((each) => {
    const [from = "", to = from] = each.toUpperCase().split("-");
    const [first, last] = [numberOf(from), numberOf(to)];
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7);
  });
}

/** The longest way from one of these points to the next, round a circle. */
function pauseBetween(points: readonly number[], circle: number): number {
  const sorted = [...new Set(points)].toSorted((a, b) => a - b);
  return Math.max(...sorted.map((each, index) => (sorted[index + 1] ?? (sorted[0] ?? each) + circle) - each));
}
