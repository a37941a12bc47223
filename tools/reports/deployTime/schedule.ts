import { followers, type Task } from "./task";

export interface Slot {
  readonly start: number;
  readonly end: number;
  /** When all that it waits for was there. */
  readonly ready: number;
  /** The id of the task that had the place before, if all places were taken once. */
  readonly after?: string;
}

export interface Schedule {
  /** By the id of the task. */
  readonly slots: ReadonlyMap<string, Slot>;
  /** Seconds until everything is there. */
  readonly total: number;
}

export type Durations = (task: Task) => number;

/**
 * What Pulumi's engine does: as many at once as there are places, first come, first served; by id if two come at once.
 * Only a resource takes a place. Nothing waits in a circle: `inOrder` has seen the tasks.
 */
export function schedule(tasks: readonly Task[], secondsOf: Durations, places = Infinity): Schedule {
  const next = followers(tasks);
  const byId = new Map(tasks.map((each) => [each.id, each]));
  const left = new Map(tasks.map(({ id, waits }) => [id, waits.length]));
  const slots = new Map<string, Slot>();
  const queue: { readonly task: Task; readonly ready: number }[] = [];
  let running: { readonly id: string; readonly end: number }[] = [];
  const idle: string[] = [];
  let used = 0;
  let now = 0;

  const arrive = (task: Task) => {
    const behind = queue.findIndex(({ task: { id }, ready }) => ready === now && id > task.id);
    queue.splice(behind < 0 ? queue.length : behind, 0, { task, ready: now });
  };
  const finish = (id: string) => {
    for (const each of next.get(id) ?? []) {
      const open = (left.get(each) ?? 0) - 1;
      left.set(each, open);
      const task = byId.get(each);
      if (open === 0 && task !== undefined) arrive(task);
    }
  };
  const begin = (task: Task, ready: number) => {
    const end = now + secondsOf(task);
    const after = used < places ? undefined : idle.shift();
    used += after === undefined ? 1 : 0;
    slots.set(task.id, { start: now, end, ready, ...(after === undefined ? {} : { after }) });
    running.push({ id: task.id, end });
  };

  for (const task of tasks) if (task.waits.length === 0) arrive(task);
  while (queue.length + running.length > 0) {
    const component = queue.findIndex(({ task }) => task.role !== "resource");
    const [first] = component >= 0 || running.length < places ? queue.splice(Math.max(component, 0), 1) : [];
    if (first?.task.role === "resource") begin(first.task, first.ready);
    else if (first !== undefined) {
      slots.set(first.task.id, { start: now, end: now, ready: now });
      finish(first.task.id);
    } else {
      now = Math.min(...running.map(({ end }) => end));
      const over = running.filter(({ end }) => end === now);
      running = running.filter(({ end }) => end > now);
      idle.push(...over.map(({ id }) => id));
      over.forEach(({ id }) => {
        finish(id);
      });
    }
  }
  return { slots, total: Math.max(0, ...[...slots.values()].map(({ end }) => end)) };
}
