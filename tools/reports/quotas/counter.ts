import { at, type Fleet, listAt, nameOf, numberOf, type Placed, textOf } from "./fleet";

/** How much there is of something, by what AWS counts it for: a region, an account, a resource. */
export type Counts = ReadonlyMap<string, number>;
export type Counter = (fleet: Fleet) => Counts;
type Test = (each: Placed) => boolean;
const always: Test = () => true;

/** Sums up by place. */
export function sum(entries: readonly (readonly [place: string, count: number])[]): Counts {
  const counts = new Map<string, number>();
  for (const [place, count] of entries) counts.set(place, (counts.get(place) ?? 0) + count);
  return counts;
}

export const merged = (...counts: readonly Counts[]): Counts => sum(counts.flatMap((each) => [...each]));

export const perRegion =
  (types: readonly string[], where: Test = always): Counter =>
  (fleet) =>
    sum(
      fleet
        .all(...types)
        .filter(where)
        .map(({ region }) => [region, 1]),
    );

export const perAccount =
  (types: readonly string[], where: Test = always): Counter =>
  (fleet) =>
    sum(
      fleet
        .all(...types)
        .filter(where)
        .map(() => ["the account", 1]),
    );

/** By the resource that a property was made from, or by the property's value where it is no resource's. */
export const perParent =
  (type: string, property: string, where: Test = always): Counter =>
  (fleet) =>
    sum(
      fleet
        .all(type)
        .filter(where)
        .map((each) => [parentOf(each, property), 1]),
    );

export function parentOf(each: Placed, property: string): string {
  const [urn] = each.resource.propertyDependencies[property] ?? [];
  const name = urn === undefined ? textOf(at(each, property)) : urn.split("::").slice(3).join("::");
  return `${each.stack}: ${name ?? "?"}`;
}

/** A number for each resource of a type. */
export const each =
  (types: readonly string[], count: (one: Placed) => number): Counter =>
  (fleet) =>
    sum(fleet.all(...types).map((one) => [nameOf(one), count(one)]));

/** How many there are in the list at a path. */
export const listed = (type: string, ...path: readonly string[]): Counter =>
  each([type], (one) => listAt(one.resource.inputs, ...path).length);

/** Characters of a document, without white space where AWS does not count it. */
export const characters = (type: string, property: string, counts: "all" | "no white space" = "all"): Counter =>
  each([type], (one) => lengthOf(at(one, property), counts));

export function lengthOf(value: unknown, counts: "all" | "no white space" = "all"): number {
  const text = textOf(value) ?? "";
  return counts === "all" ? Buffer.byteLength(text) : text.replaceAll(/\s/g, "").length;
}

/** The largest number in a list of parts. */
export const most = (parts: readonly unknown[], count: (part: unknown) => number): number =>
  Math.max(0, ...parts.map(count));

export const numberAt = (one: Placed, ...path: readonly string[]): number => numberOf(at(one, ...path));
