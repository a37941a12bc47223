import type { Hop } from "./criticalPath";
import type { Durations } from "./ends";
import { labelOf } from "./label";

/** A resource on the path, and why it could not begin earlier. */
export interface Step {
  /** Name and type. */
  readonly what: string;
  /** Seconds after the start of the update. */
  readonly start: number;
  /** Seconds, if it takes what it usually does. */
  readonly takes: number;
  /** The resource before it on the path; empty for the first. */
  readonly waitsFor: string;
  /** How it hangs on that one, from there to here: `all of network-vpc`, `subnetIds of proxy`, `parent`. */
  readonly how: readonly string[];
}

/** The resources of a path; the components between them become part of the reason. */
export function stepsOf(path: readonly Hop[], secondsOf: Durations): readonly Step[] {
  const steps: Step[] = [];
  let before = "";
  let how: string[] = [];
  for (const hop of path) {
    const { resource, role } = hop.task;
    // That a resource is in a component is no news after the component was named.
    const link = hop.reason === "parent" && how.length > 0 ? undefined : linkOf(hop);
    if (link !== undefined) how.push(link);
    if (role !== "resource") continue;
    const what = labelOf(resource);
    steps.push({ what, start: hop.start, takes: secondsOf(hop.task), waitsFor: before, how });
    before = what;
    how = [];
  }
  return steps;
}

function linkOf({ task: { role, resource }, reason, properties }: Hop): string | undefined {
  switch (reason) {
    case undefined:
      return undefined;
    case "part":
      return `all of ${resource.name}`;
    case "parent":
      return role === "resource" ? "parent" : undefined;
    default: {
      const what = reason === "property" ? properties.join(", ") : reason;
      return role === "resource" ? what : `${what} of ${resource.name}`;
    }
  }
}
