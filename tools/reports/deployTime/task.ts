import type { SnapshotResource } from "../../shared/snapshot/snapshot";

export type Reason = "property" | "dependsOn" | "parent" | "provider" | "part";

/** Something that must be over before a task begins. */
export interface Wait {
  /** The id of a task. */
  readonly on: string;
  readonly reason: Reason;
  /** The inputs that carry the value, sorted. */
  readonly properties: readonly string[];
}

export interface Task {
  readonly id: string;
  readonly resource: SnapshotResource;
  /** Only a resource takes time. `component`: it is registered. `parts`: everything in it is there. */
  readonly role: "resource" | "component" | "parts";
  readonly waits: readonly Wait[];
}

const STACK = "pulumi:pulumi:Stack";

/** The stack itself takes the time that the program needs to start. */
export function isResource({ custom, type }: SnapshotResource): boolean {
  return custom || type === STACK;
}

/** The id of the task that is over when everything in a component is there. */
export const partsOf = (urn: string) => `${urn}#parts`;

/** Everything that is reached over the given steps, without where it begins. A circle is no trouble. */
export function reached(from: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const each of next.get(at) ?? []) {
      if (found.has(each)) continue;
      found.add(each);
      open.push(each);
    }
  return found;
}

/** Who waits for each task. */
export function followers(tasks: Iterable<Task>): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>();
  for (const { id, waits } of tasks)
    for (const { on } of waits) {
      const there = next.get(on);
      if (there === undefined) next.set(on, [id]);
      else there.push(id);
    }
  return next;
}
