import type { Snapshot } from "../../shared/snapshot/snapshot";
import { criticalPath } from "./criticalPath";
import { endsOf, totalOf } from "./ends";
import { graphOf } from "./graph";
import { quicker, type Quicker } from "./quicker";
import type { Mood, Seconds } from "./seconds";
import type { Task } from "./task";
import { timeOf } from "./timeOf";
import { AS_OF, SOURCE_NOTE } from "./times";
import { stepsOf, type Step } from "./waitsFor";

export interface DeployTime {
  /** How many resources are made. */
  readonly resources: number;
  /** Until everything is there, if everything is quick, usual or slow. */
  readonly total: Seconds;
  /** What decides the total, from first to last. */
  readonly path: readonly Step[];
  readonly quicker: readonly Quicker[];
  /** What the estimate does not know, and where its figures are from. */
  readonly notes: readonly string[];
}

/** How long the first `pulumi up` of a stack takes, what decides it, and what would shorten it. */
export function deployTime(snapshot: Snapshot): DeployTime {
  const { tasks, notes } = graphOf(snapshot);
  const made = tasks.filter(({ role }) => role === "resource");
  const timed = new Map(made.map(({ id, resource }) => [id, timeOf(resource)]));
  const secondsIn =
    (mood: Mood) =>
    ({ id }: Task) =>
      timed.get(id)?.seconds[mood] ?? 0;
  const endsIn = (mood: Mood) => endsOf(tasks, secondsIn(mood));

  const ends = endsIn("typical");
  const typical = totalOf(ends);
  const path = criticalPath(tasks, ends);
  const unlisted = [...timed.values()].filter(({ from }) => from === "default").map(({ key }) => key);
  return {
    resources: made.length,
    total: { low: totalOf(endsIn("low")), typical, high: totalOf(endsIn("high")) },
    path: stepsOf(path, secondsIn("typical")),
    quicker: quicker(tasks, secondsIn("typical"), path, typical),
    notes: [...notes, ...notListed([...new Set(unlisted)].toSorted()), `Times as of ${AS_OF}. ${SOURCE_NOTE}`],
  };
}

function notListed(keys: readonly string[]): readonly string[] {
  return keys.length === 0 ? [] : [`No time is listed for ${keys.join(", ")}: a quick call is assumed.`];
}
