import type { Hop } from "./criticalPath";
import { type Durations, endsOf, totalOf } from "./ends";
import { labelOf } from "./label";
import type { Task } from "./task";

/** A change, and what it would do to the total. */
export interface Quicker {
  readonly what: string;
  readonly total: number;
  readonly saves: number;
}

/** What takes less is not worth a line. */
const WORTH_SECONDS = 15;

interface Change {
  readonly what: string;
  readonly tasks: readonly Task[];
  readonly secondsOf: Durations;
}

/**
 * The total with one thing different: a resource that is there at once, a component that nothing waits for as a whole, or
 * one whose children do not wait for its arguments. By what it saves.
 */
export function quicker(
  tasks: readonly Task[],
  secondsOf: Durations,
  path: readonly Hop[],
  total: number,
): readonly Quicker[] {
  const as = { tasks, secondsOf };
  return path
    .flatMap((hop): readonly Change[] => [...withoutIt(hop, as), ...withoutWaiting(hop, as)])
    .map((change) => {
      const changed = totalOf(endsOf(change.tasks, change.secondsOf));
      return { what: change.what, total: changed, saves: total - changed };
    })
    .filter(({ saves }) => saves >= WORTH_SECONDS)
    .toSorted((a, b) => b.saves - a.saves || (a.what < b.what ? -1 : 1));
}

function withoutIt({ task }: Hop, as: Omit<Change, "what">): readonly Change[] {
  if (task.role !== "resource" || as.secondsOf(task) < WORTH_SECONDS) return [];
  const secondsOf = (other: Task) => (other.id === task.id ? 0 : as.secondsOf(other));
  return [{ ...as, what: `${labelOf(task.resource)} is there at once`, secondsOf }];
}

function withoutWaiting({ task, reason }: Hop, as: Omit<Change, "what">): readonly Change[] {
  const { name, urn } = task.resource;
  const without = (what: string, kept: Task["waits"]): readonly Change[] => [
    { ...as, what, tasks: as.tasks.map((other) => (other.id === task.id ? { ...task, waits: kept } : other)) },
  ];
  if (task.role === "parts")
    return without(
      `nothing waits for the whole of ${name}, only for the parts it names`,
      task.waits.filter(({ on }) => on === urn),
    );
  if (task.role !== "component" || (reason !== "property" && reason !== "dependsOn")) return [];
  return without(
    `what is in ${name} does not wait for its arguments`,
    task.waits.filter((wait) => wait.reason === "parent"),
  );
}
