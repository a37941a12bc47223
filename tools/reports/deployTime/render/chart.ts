import type { DeployTime, TimedResource } from "../deployTime";
import { SLOW_SECONDS } from "./tables";

/** A component with those of its resources that a drawing shows. */
export interface Group {
  readonly name: string;
  readonly bars: readonly Bar[];
}

export interface Bar {
  readonly resource: TimedResource;
  /** Its number on the path, from 0; absent for what does not decide the total. */
  readonly step?: number;
}

/** What is on the path, and what is slow beside it; by component, first come first. */
export function groupsOf({ path, resources }: DeployTime): readonly Group[] {
  const steps = new Map(path.map(({ urn }, step) => [urn, step]));
  const groups = new Map<string, Bar[]>();
  for (const resource of resources) {
    const step = steps.get(resource.urn);
    if (step === undefined && resource.seconds.typical <= SLOW_SECONDS) continue;
    const name = resource.component === "" ? "the stack itself" : resource.component;
    const bar = { resource, ...(step === undefined ? {} : { step }) };
    groups.set(name, [...(groups.get(name) ?? []), bar]);
  }
  return [...groups].map(([name, bars]) => ({ name, bars }));
}

/** Between two marks on the axis, in seconds. */
const INTERVALS = [5, 10, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 14_400, 28_800];

/** Moments to mark, at most so many. */
export function marks(total: number, atMost: number): readonly number[] {
  const interval = INTERVALS.find((each) => total / each < atMost) ?? total;
  return interval <= 0 ? [0] : Array.from({ length: Math.floor(total / interval) + 1 }, (_, index) => index * interval);
}
