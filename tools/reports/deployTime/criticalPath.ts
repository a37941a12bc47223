import type { Schedule } from "./schedule";
import type { Reason, Task } from "./task";

/** A task on the path, and why it could not begin earlier. */
export interface Hop {
  readonly task: Task;
  /** How it waits for the one before. Absent for the first. */
  readonly reason?: Reason;
  readonly properties: readonly string[];
}

/**
 * From what began at once to what is over last, each the one that the next waited for. What a task then waits for a place
 * is no reason of its own: who has the places is chance, and their chain would explain nothing.
 */
export function criticalPath(tasks: readonly Task[], { slots, total }: Schedule): readonly Hop[] {
  const byId = new Map(tasks.map((each) => [each.id, each]));
  const endOf = (id: string) => slots.get(id)?.end ?? 0;
  // A component that is over last adds nothing; what it waited for does.
  const last = tasks.filter(({ id, role }) => role === "resource" && endOf(id) === total);
  let at = last.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];
  const path: Hop[] = [];
  while (at !== undefined) {
    const ready = slots.get(at.id)?.ready ?? 0;
    const bound = at.waits.filter(({ on }) => endOf(on) === ready).toSorted(byWeight)[0];
    path.unshift({
      task: at,
      properties: bound?.properties ?? [],
      ...(bound === undefined ? {} : { reason: bound.reason }),
    });
    at = bound === undefined ? undefined : byId.get(bound.on);
  }
  return path;
}

/** Of several that end at the same moment, the one that says most. */
const WEIGHT: Readonly<Record<Reason, number>> = { property: 0, dependsOn: 1, part: 2, parent: 3, provider: 4 };

function byWeight(a: Task["waits"][number], b: Task["waits"][number]): number {
  return WEIGHT[a.reason] - WEIGHT[b.reason] || (a.on < b.on ? -1 : 1);
}
