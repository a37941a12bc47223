import type { Task } from "./task";

export type Durations = (task: Task) => number;

/**
 * When each task is over, by its id, if it begins as soon as all that it waits for is over. `--parallel` is left out: with
 * Pulumi's default on four cores it adds less to a first update of prod than one of the estimates may be wrong by.
 * @param tasks each behind all that it waits for
 */
export function endsOf(tasks: readonly Task[], secondsOf: Durations): ReadonlyMap<string, number> {
  const ends = new Map<string, number>();
  for (const task of tasks) ends.set(task.id, readyAt(task, ends) + secondsOf(task));
  return ends;
}

/** When all that a task waits for is over. */
export function readyAt({ waits }: Task, ends: ReadonlyMap<string, number>): number {
  return Math.max(0, ...waits.map(({ on }) => ends.get(on) ?? 0));
}

/** Seconds until everything is there. */
export function totalOf(ends: ReadonlyMap<string, number>): number {
  return Math.max(0, ...ends.values());
}
