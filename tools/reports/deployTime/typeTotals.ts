import type { TimedResource } from "./deployTime";

/** What the resources of one type add. */
export interface TypeTotal {
  readonly key: string;
  readonly count: number;
  /** Seconds of all of them, one after the other. */
  readonly seconds: number;
  /** Seconds of those that decide the total. */
  readonly onPath: number;
}

/** By what they add to the path, then by what they add at all. */
export function typeTotals(resources: readonly TimedResource[], onPath: ReadonlySet<string>): readonly TypeTotal[] {
  const keys = [...new Set(resources.map(({ key }) => key))];
  return keys
    .map((key) => {
      const all = resources.filter((each) => each.key === key);
      const sum = (some: readonly TimedResource[]) => some.reduce((to, { seconds }) => to + seconds.typical, 0);
      return { key, count: all.length, seconds: sum(all), onPath: sum(all.filter(({ urn }) => onPath.has(urn))) };
    })
    .toSorted((a, b) => b.onPath - a.onPath || b.seconds - a.seconds || (a.key < b.key ? -1 : 1));
}
