/** Hours; long enough for a shift. Who needs more decides again. */
const MOST_HOURS = 12;
/** RFC 3339 in UTC, as IAM's date conditions take it: "IAM JSON policy elements: Condition operators". */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** When the role can be used, and why: closed, or open for some hours that end by themselves. */
export type Access =
  | "closed"
  | {
      /** RFC 3339 in UTC, such as 2026-11-24T09:00:00Z. */
      readonly from: string;
      /** At most twelve hours after `from`; then everything ends, open sessions too. */
      readonly until: string;
      /** What happened, such as the number of an incident. It is written to the role's description. No PHI. */
      readonly reason: string;
    };

export interface Window {
  readonly from: string;
  readonly until: string;
}

/** Ends before it begins: no instant is in it. */
const NEVER_OPEN: Window = { from: "2000-01-01T00:00:00Z", until: "2000-01-01T00:00:00Z" };

/** The hours in which the role gives anything. */
export function windowOf(access: Access): Window {
  return access === "closed" ? NEVER_OPEN : { from: access.from, until: access.until };
}

/** The field, what is wrong with it and what to write; undefined if the window can be opened. */
export function windowProblem(access: Access): readonly [string, string, string] | undefined {
  if (access === "closed") return undefined;
  for (const field of ["from", "until"] as const)
    if (!INSTANT.test(access[field]) || Number.isNaN(Date.parse(access[field])))
      return [`access.${field}`, `"${access[field]}" is not a time in UTC`, "Write it like 2026-11-24T09:00:00Z"];
  const hours = (Date.parse(access.until) - Date.parse(access.from)) / 3_600_000;
  if (hours <= 0 || hours > MOST_HOURS)
    return [
      "access.until",
      `the role would be open for ${hours} hours`,
      `Let it end within ${MOST_HOURS} hours of from`,
    ];
  if (!/\S{3}/.test(access.reason))
    return [
      "access.reason",
      "is empty, so nobody could tell later why the role was opened",
      "Name the incident, such as INC-42",
    ];
  return undefined;
}
