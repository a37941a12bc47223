import { UsageError } from "../../shared/usageError";
import { followers, type Task } from "./task";

/** The tasks so that each stands behind all that it waits for; those that could come next by id. */
export function inOrder(tasks: ReadonlyMap<string, Task>): readonly Task[] {
  const next = followers(tasks.values());
  const open = new Map([...tasks].map(([id, { waits }]) => [id, waits.length]));
  const sorted: Task[] = [];
  let ready = [...tasks.values()].filter(({ waits }) => waits.length === 0);
  while (ready.length > 0) {
    ready = ready.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    sorted.push(...ready);
    const released: Task[] = [];
    for (const id of ready.flatMap((each) => next.get(each.id) ?? [])) {
      const left = (open.get(id) ?? 0) - 1;
      open.set(id, left);
      const task = tasks.get(id);
      if (left === 0 && task !== undefined) released.push(task);
    }
    ready = released;
  }
  if (sorted.length < tasks.size) refuse(tasks, new Set(sorted.map(({ id }) => id)));
  return sorted;
}

/** Whoever is left waits for somebody who is left: going from one to the next ends in a circle. */
function refuse(tasks: ReadonlyMap<string, Task>, done: ReadonlySet<string>): never {
  const trail: Task[] = [];
  let at = [...tasks.values()].find(({ id }) => !done.has(id));
  while (at !== undefined && !trail.includes(at)) {
    trail.push(at);
    const on = at.waits.find((each) => !done.has(each.on))?.on;
    at = on === undefined ? undefined : tasks.get(on);
  }
  const circle = at === undefined ? trail : [...trail.slice(trail.indexOf(at)), at];
  throw new UsageError(
    `${circle.map(({ resource }) => resource.name).join(" -> ")}: each waits for the next, so none can be made first. ` +
      "Take one `dependsOn` or reference out of the circle, and write the file anew.",
  );
}
