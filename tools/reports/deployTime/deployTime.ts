import type { Snapshot } from "../../shared/snapshot/snapshot";
import { criticalPath } from "./criticalPath";
import { graphOf } from "./graph";
import { quicker, type Quicker } from "./quicker";
import { schedule } from "./schedule";
import type { Mood, Seconds } from "./seconds";
import { slackOf } from "./slack";
import { STACK, type Task } from "./task";
import { timeOf, type Measurements, type Timed } from "./timeOf";
import { AS_OF, SOURCE_NOTE } from "./times";
import { typeTotals, type TypeTotal } from "./typeTotals";
import { stepsOf, type Step } from "./waitsFor";

/** Numbers of places that a report compares. Pulumi's default is four for each core of the machine. */
const PLACES = [1, 4, 8, 16, 32];

export interface DeployTimeOptions {
  /** Operations at once, as in `pulumi up --parallel`; without a limit by default. */
  readonly parallel?: number;
  /** Own measurements; they come before the table. */
  readonly measured?: Measurements;
}

/** A resource with its place in the first update, in seconds from the start. */
export interface TimedResource extends Timed {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** The outermost component that it is in; empty for none. */
  readonly component: string;
  /** Seconds that it was ready and all places were taken. */
  readonly queued: number;
  readonly start: number;
  /** If it takes what it usually does. */
  readonly end: number;
  /** Seconds that it could take longer without anything else being over later. */
  readonly slack: number;
}

export interface DeployTime {
  readonly stack: string;
  readonly asOf: string;
  readonly source: string;
  readonly parallel?: number;
  /** Until everything is there, if everything is quick, usual or slow. */
  readonly total: Seconds;
  readonly byParallel: readonly { readonly parallel?: number; readonly seconds: number }[];
  /** What takes time, by start and URN. */
  readonly resources: readonly TimedResource[];
  /** What decides the total, from first to last. */
  readonly path: readonly (TimedResource & Step)[];
  readonly types: readonly TypeTotal[];
  readonly quicker: readonly Quicker[];
  readonly notes: readonly string[];
}

/** How long the first `pulumi up` of a stack takes, and why. */
export function deployTime(snapshot: Snapshot, { parallel, measured }: DeployTimeOptions = {}): DeployTime {
  const { tasks, notes } = graphOf(snapshot);
  const timed = new Map(tasks.map(({ id, resource }) => [id, timeOf(resource, measured)]));
  const secondsIn = (mood: Mood) => (task: Task) =>
    task.role === "resource" ? (timed.get(task.id)?.seconds[mood] ?? 0) : 0;
  const totalIn = (mood: Mood, places = parallel) => schedule(tasks, secondsIn(mood), places).total;

  const usual = schedule(tasks, secondsIn("typical"), parallel);
  const slack = slackOf(tasks, usual);
  const path = criticalPath(tasks, usual);
  const components = outermost(snapshot);
  const resources = tasks.flatMap((task): TimedResource[] => {
    const [slot, time] = [usual.slots.get(task.id), timed.get(task.id)];
    if (task.role !== "resource" || slot === undefined || time === undefined) return [];
    const { urn, type, name } = task.resource;
    const { start, end, ready } = slot;
    const place = { queued: start - ready, start, end, slack: slack.get(urn) ?? 0 };
    return [{ urn, type, name, component: components.get(urn) ?? "", ...time, ...place }];
  });
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  const steps = stepsOf(path).flatMap((step) => {
    const resource = byUrn.get(step.urn);
    return resource === undefined ? [] : [{ ...resource, ...step }];
  });

  return {
    stack: snapshot.stack,
    asOf: AS_OF,
    source: SOURCE_NOTE,
    ...(parallel === undefined ? {} : { parallel }),
    total: { low: totalIn("low"), typical: usual.total, high: totalIn("high") },
    byParallel: [
      ...PLACES.map((places) => ({ parallel: places, seconds: totalIn("typical", places) })),
      { seconds: totalIn("typical", Infinity) },
    ],
    resources: resources.toSorted((a, b) => a.start - b.start || (a.urn < b.urn ? -1 : 1)),
    path: steps,
    types: typeTotals(resources, new Set(steps.map(({ urn }) => urn))),
    quicker: quicker(tasks, secondsIn("typical"), path, usual.total, parallel),
    notes: [...notes, ...unlisted(resources)],
  };
}

/** The name of the component right below the stack that each resource is in. */
function outermost({ resources }: Snapshot): ReadonlyMap<string, string> {
  const byUrn = new Map(resources.map((each) => [each.urn, each]));
  const names = resources.map((resource) => {
    let found = "";
    // graphOf has refused parents in a circle.
    for (let at = byUrn.get(resource.parent ?? ""); at !== undefined; at = byUrn.get(at.parent ?? ""))
      if (!at.custom && at.type !== STACK) found = at.name;
    return [resource.urn, found] as const;
  });
  return new Map(names);
}

function unlisted(resources: readonly TimedResource[]): readonly string[] {
  const keys = [...new Set(resources.filter(({ from }) => from === "default").map(({ key }) => key))].toSorted();
  return keys.length === 0 ? [] : [`No time is listed for ${keys.join(", ")}: a quick call is assumed.`];
}
