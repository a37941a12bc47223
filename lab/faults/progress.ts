import { nameOf } from "./plan";
import type { Tried } from "./report";
import { survived } from "./report";

/** Milliseconds that the rest takes if it goes on as it went. */
export const remaining = (spent: number, done: number, all: number): number =>
  done === 0 ? 0 : (spent / done) * (all - done);

/** `12/30 create 24 error: survived, about 3 min left` */
export function progressLine(tried: Tried, done: number, all: number, rest: number): string {
  const verdict = survived(tried) ? "survived" : "NOT survived";
  return `${String(done)}/${String(all)} ${nameOf(tried.fault)}: ${verdict}, about ${duration(rest)} left`;
}

/** What the end of a stack says against its faults, which were told as survived before; undefined if it says nothing. */
export function endLine(tried: readonly Tried[]): string | undefined {
  const failed = tried.filter((each) => !survived(each));
  const [first] = failed;
  if (first === undefined) return undefined;
  return `NOT survived at the end of a stack, ${String(failed.length)} of its ${String(tried.length)} faults: ${first.problems.join("; ")}`;
}

function duration(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes < 1) return `${String(Math.round(milliseconds / 1000))} s`;
  return minutes < 90 ? `${String(Math.round(minutes))} min` : `${(minutes / 60).toFixed(1)} h`;
}
