interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Names for the numbers, from `first` on. */
  readonly names?: readonly string[];
  /** Marks that stand for more than a number: the last day, the nearest weekday, the n-th of a month. */
  readonly special?: RegExp;
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** AWS, "Schedule types in EventBridge Scheduler": the six fields and what each may hold. */
const FIELDS: readonly Field[] = [
  { name: "minute", first: 0, last: 59 },
  { name: "hour", first: 0, last: 23 },
  { name: "day of the month", first: 1, last: 31, special: /^(?:L|LW|(?:[1-9]|[12]\d|3[01])W)$/ },
  { name: "month", first: 1, last: 12, names: MONTHS },
  {
    name: "day of the week",
    first: 1,
    last: 7,
    names: DAYS,
    special: /^(?:L|(?:[1-7]|SUN|MON|TUE|WED|THU|FRI|SAT)(?:L|#[1-5]))$/,
  },
  { name: "year", first: 1970, last: 2199 },
];
const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * What is wrong with the fields of `cron(...)`: AWS would refuse it, or would take it and never run.
 *
 * @param year what is past before it
 */
export function cronProblem(fields: readonly string[], year = new Date().getUTCFullYear()): string | undefined {
  if (fields.length !== FIELDS.length)
    return `has ${fields.length} fields, and AWS wants six: minute, hour, day of the month, month, day of the week, year`;
  for (const [index, field] of FIELDS.entries()) {
    const text = fields[index] ?? "";
    if (!isField(text.toUpperCase(), field))
      return `has the ${field.name} ${JSON.stringify(text.slice(0, 20))}${rangeOf(field)}`;
  }
  const [, , dayOfMonth = "", month = "", dayOfWeek = "", years = ""] = fields;
  if ((dayOfMonth === "?") === (dayOfWeek === "?"))
    return "must have ? as the day of the month or as the day of the week, and not as both";
  const last = lastOf(years);
  if (last !== undefined && last < year) return `ended with the year ${last}`;
  return neverComes(dayOfMonth, month.toUpperCase())
    ? "names a day that no month of it has, so it never runs"
    : undefined;
}

const rangeOf = ({ first, last, names }: Field) =>
  `, and it is ${first} to ${last}${names === undefined ? "" : ` or ${names[0] ?? ""} to ${names.at(-1) ?? ""}`}`;

function isField(text: string, field: Field): boolean {
  const isDay = field.name.startsWith("day");
  if (text === "*" || (isDay && text === "?")) return true;
  return text.split(",").every((part) => {
    if (field.special?.test(part) === true) return true;
    const [range = "", step, ...more] = part.split("/");
    if (more.length > 0 || (step !== undefined && !/^[1-9]\d{0,3}$/.test(step))) return false;
    if (range === "*") return step !== undefined;
    const ends = range.split("-").map((end) => numberOf(end, field));
    return ends.length <= 2 && ends.every((end) => end !== undefined);
  });
}

function numberOf(text: string, { first, last, names = [] }: Field): number | undefined {
  if (names.includes(text)) return first + names.indexOf(text);
  const number = /^\d{1,4}$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number >= first && number <= last ? number : undefined;
}

/** The last year of those that are named; undefined if there is no last one. */
function lastOf(years: string): number | undefined {
  if (!/^[\d,-]+$/.test(years)) return undefined;
  return Math.max(...years.split(/[,-]/).map(Number));
}

/** A single day of single months that are all too short for it: the 31st of February. */
function neverComes(day: string, months: string): boolean {
  if (!/^\d+$/.test(day) || !/^[A-Z\d,]+$/.test(months)) return false;
  const field = { name: "month", first: 1, last: 12, names: MONTHS };
  return months.split(",").every((month) => Number(day) > (LONGEST_MONTHS[(numberOf(month, field) ?? 1) - 1] ?? 31));
}
