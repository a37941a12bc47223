import type { Schedule } from "./schedule";
import type { Task } from "./task";

/** By how many seconds each task could take longer, all else as it is, without anything else being over later. */
export function slackOf(tasks: readonly Task[], { slots, total }: Schedule): ReadonlyMap<string, number> {
  const latest = new Map<string, number>();
  const atMost = (id: string, time: number) => {
    latest.set(id, Math.min(latest.get(id) ?? total, time));
  };
  // From the last to the first. What takes no time may begin where another ends, so equal starts go by the order of tasks.
  const order = new Map(tasks.map(({ id }, index) => [id, index]));
  const backwards = tasks.toSorted((a, b) => {
    const [one, two] = [slots.get(a.id), slots.get(b.id)];
    return (two?.start ?? 0) - (one?.start ?? 0) || (order.get(b.id) ?? 0) - (order.get(a.id) ?? 0);
  });
  for (const { id, waits } of backwards) {
    const slot = slots.get(id);
    if (slot === undefined) continue;
    const begin = (latest.get(id) ?? total) - (slot.end - slot.start);
    for (const { on } of waits) atMost(on, begin);
    if (slot.after !== undefined) atMost(slot.after, begin);
  }
  return new Map(tasks.map(({ id }) => [id, (latest.get(id) ?? total) - (slots.get(id)?.end ?? total)]));
}
