import type { Outcome } from "../engine/outcome";
import { rule } from "../rule";
import { firstMeeting, type Span } from "../shared/occurrences";

const [MINUTES_IN_DAY, DAYS] = [1440, ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]];
/** "The backup window" and "The Amazon RDS maintenance window", Amazon RDS User Guide: half an hour at least. */
const SHORTEST = 30;

export const databaseWindows = rule({
  id: "database-windows",
  title: "A database's backup and maintenance windows do not overlap, which RDS would refuse",
  family: "preflight",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(A)"],
  remediation:
    "Write windows of 30 minutes or more that do not overlap, in UTC, such as 07:00-08:00 and sun:08:30-sun:09:30",
  types: [
    "aws:rds/cluster:Cluster",
    "aws:rds/instance:Instance",
    "aws:docdb/cluster:Cluster",
    "aws:neptune/cluster:Cluster",
  ],
  check: (database): Outcome[] => {
    const [backup, maintenance] = [
      database.at(database.type.includes("instance:") ? "backupWindow" : "preferredBackupWindow"),
      database.at(database.type.includes("instance:") ? "maintenanceWindow" : "preferredMaintenanceWindow"),
    ];
    const open = [backup, maintenance].filter((each) => each.unknown);
    if (open.length > 0) return open.map((each) => each.later());
    const spans = [backupSpans(backup.text), maintenanceSpans(maintenance.text)] as const;
    const wrong = [backup, maintenance].flatMap((each, index) => {
      const problem =
        each.text === undefined
          ? undefined
          : problemOf(spans[index], index === 0 ? "07:00-08:00" : "sun:08:30-sun:09:30");
      return problem === undefined ? [] : [each.refuse(`${each.text ?? ""}: ${problem}`)];
    });
    const meeting = wrong.length > 0 ? undefined : firstMeeting(spans[0] ?? [], spans[1] ?? []);
    return meeting === undefined
      ? wrong
      : [maintenance.refuse(`overlaps the backup window ${backup.text ?? ""} on ${dayOf(meeting)}`)];
  },
});

/** Each day of the week; undefined for what is no window. */
function backupSpans(text = ""): readonly Span[] | undefined {
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(text) ?? [];
  const [start, end] = [minuteOf(from), minuteOf(to)];
  if (start === undefined || end === undefined) return undefined;
  const length = (end - start + MINUTES_IN_DAY) % MINUTES_IN_DAY;
  // From the day before the week begins: its window may reach into it.
  return [-1, ...DAYS.keys()].map((day) => ({
    from: day * MINUTES_IN_DAY + start,
    to: day * MINUTES_IN_DAY + start + length,
  }));
}

function maintenanceSpans(text = ""): readonly Span[] | undefined {
  const [, fromDay = "", from, toDay = "", to] =
    /^([a-z]{3}):(\d\d:\d\d)-([a-z]{3}):(\d\d:\d\d)$/.exec(text.toLowerCase()) ?? [];
  const [start, end] = [minuteOf(from), minuteOf(to)];
  const [first, last] = [DAYS.indexOf(fromDay), DAYS.indexOf(toDay)];
  if (start === undefined || end === undefined || first < 0 || last < 0) return undefined;
  const week = DAYS.length * MINUTES_IN_DAY;
  const begins = first * MINUTES_IN_DAY + start;
  const length = (last * MINUTES_IN_DAY + end - begins + week) % week;
  return begins + length > week
    ? [
        { from: 0, to: begins + length - week },
        { from: begins, to: week },
      ]
    : [{ from: begins, to: begins + length }];
}

function minuteOf(time = ""): number | undefined {
  const [hour = Number.NaN, minute = Number.NaN] = time.split(":").map(Number);
  return hour < 24 && minute < 60 ? hour * 60 + minute : undefined;
}

function problemOf(spans: readonly Span[] | undefined, example: string): string | undefined {
  if (spans === undefined) return `not a window that RDS accepts. Write it like ${example}`;
  const length =
    spans.length > 2
      ? (spans[0]?.to ?? 0) - (spans[0]?.from ?? 0)
      : spans.reduce((all, { from, to }) => all + to - from, 0);
  return length < SHORTEST ? `${String(length)} minutes, and RDS asks for at least 30` : undefined;
}

const dayOf = (minute: number) => DAYS[Math.floor(Math.max(0, minute) / MINUTES_IN_DAY) % DAYS.length] ?? "";
