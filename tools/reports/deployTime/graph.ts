import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import { inOrder } from "./inOrder";
import { followers, isResource, partsOf, reached, type Reason, type Task, type Wait } from "./task";

export interface Graph {
  /** Each stands behind all that it waits for. */
  readonly tasks: readonly Task[];
  readonly notes: readonly string[];
}

/**
 * What waits for what in a first update. The SDK registers a resource when the values of its inputs, its `dependsOn`, its
 * parent and its provider are there; a component too, so that its children wait for its arguments. A `dependsOn` of a
 * component of this program is written down as its children. The URN of a component is only written down for one that a
 * plugin makes (awsx): its outputs come all at once, when everything in it is there (seen in an event log, 2026-11).
 */
export function graphOf({ resources }: Pick<Snapshot, "resources">): Graph {
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  const missing = new Set<string>();
  const tasks = new Map<string, Task>();
  for (const resource of resources) {
    const waits = waitsOf(resource);
    for (const { on } of waits) if (!byUrn.has(on)) missing.add(on);
    tasks.set(resource.urn, {
      id: resource.urn,
      resource,
      role: isResource(resource) ? "resource" : "component",
      waits: waits.filter(({ on }) => byUrn.has(on)).map((each) => allOf(each, byUrn)),
    });
  }
  addParts(tasks, resources);
  return { tasks: inOrder(tasks), notes: notesOf([...missing].toSorted()) };
}

function waitsOf({ dependencies, propertyDependencies, parent, provider }: SnapshotResource): readonly Wait[] {
  const properties = new Map<string, string[]>(dependencies.map((on) => [on, []]));
  for (const [property, urns] of Object.entries(propertyDependencies))
    for (const on of urns) properties.set(on, [...(properties.get(on) ?? []), property]);
  const needed = [...properties].map(([on, names]): Wait => ({
    on,
    reason: names.length === 0 ? "dependsOn" : "property",
    properties: [...new Set(names)].toSorted(),
  }));
  const alone = (on: string | undefined, reason: Reason): readonly Wait[] =>
    on === undefined || properties.has(on) ? [] : [{ on, reason, properties: [] }];
  const all = [...needed, ...alone(parent, "parent"), ...alone(provider, "provider")];
  return all.toSorted((a, b) => (a.on < b.on ? -1 : 1));
}

/** Who needs a component needs everything in it; who only is in it does not. */
function allOf(wait: Wait, byUrn: ReadonlyMap<string, SnapshotResource>): Wait {
  const target = byUrn.get(wait.on);
  const whole = wait.reason === "property" || wait.reason === "dependsOn";
  return whole && target !== undefined && !isResource(target) ? { ...wait, on: partsOf(wait.on) } : wait;
}

function addParts(tasks: Map<string, Task>, resources: readonly SnapshotResource[]): void {
  const asked = new Set([...tasks.values()].flatMap(({ waits }) => waits.map(({ on }) => on)));
  const children = new Map<string, string[]>();
  for (const { urn, parent } of resources)
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), urn]);
  for (const resource of resources) {
    const id = partsOf(resource.urn);
    if (!asked.has(id)) continue;
    // A child that itself needs the component is not one of the parts that the component consists of.
    const later = reached(id, followers(tasks.values()));
    const inside = [...reached(resource.urn, children)].filter((urn) => !later.has(urn)).toSorted();
    const waits = [resource.urn, ...inside].map((on): Wait => ({ on, reason: "part", properties: [] }));
    tasks.set(id, { id, resource, role: "parts", waits });
  }
}

function notesOf([first, ...more]: readonly string[]): readonly string[] {
  if (first === undefined) return [];
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return [`${first}${others}: needed, but not in the file. Taken as there from the start.`];
}
