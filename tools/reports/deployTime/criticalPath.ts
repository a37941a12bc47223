import { readyAt, totalOf } from "./ends";
import type { Reason, Task } from "./task";

/** A task on the path, and why it could not begin earlier. */
export interface Hop {
  readonly task: Task;
  /** Seconds after the start of the update. */
  readonly start: number;
  /** How it waits for the one before. Absent for the first. */
  readonly reason?: Reason;
  readonly properties: readonly string[];
}

/** From what begins at once to what is over last, each the one that the next waits for. */
export function criticalPath(tasks: readonly Task[], ends: ReadonlyMap<string, number>): readonly Hop[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const total = totalOf(ends);
  // A component that is over last adds nothing; what it waited for does.
  const last = tasks.filter(({ id, role }) => role === "resource" && ends.get(id) === total);
  let task = last.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
  const path: Hop[] = [];
  while (task !== undefined) {
    const start = readyAt(task, ends);
    const bound = task.waits.filter(({ on }) => ends.get(on) === start).toSorted(byWeight)[0];
    path.unshift({
      task,
      start,
      properties: bound?.properties ?? [],
      ...(bound === undefined ? {} : { reason: bound.reason }),
    });
    task = bound === undefined ? undefined : byId.get(bound.on);
  }
  return path;
}

/** Of several that end at the same moment, the one that says most. */
const WEIGHT: Readonly<Record<Reason, number>> = { property: 0, dependsOn: 1, part: 2, parent: 3, provider: 4 };

function byWeight(a: Task["waits"][number], b: Task["waits"][number]): number {
  return WEIGHT[a.reason] - WEIGHT[b.reason] || (a.on < b.on ? -1 : 1);
}
