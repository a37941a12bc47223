import type { Snapshot, SnapshotResource } from "../../snapshot/snapshot";

/** Resources of a type, without what was only looked up. */
export function ofType({ resources }: Snapshot, type: string): readonly SnapshotResource[] {
  return resources.filter((each) => each.type === type && !each.external);
}

/** The one resource of a type whose property has this value. */
export function where(snapshot: Snapshot, type: string, path: string, value: string | undefined) {
  return value === undefined ? undefined : ofType(snapshot, type).find((each) => textAt(each, path) === value);
}

/** A property by its path, such as `loadBalancers.0.containerPort`: as AWS gave it or, before that, as the program asked. */
export function at(resource: SnapshotResource | undefined, path: string): unknown {
  return path.split(".").reduce<unknown>(inside, resource?.outputs ?? resource?.inputs);
}

export function textAt(resource: SnapshotResource | undefined, path: string): string | undefined {
  return textOf(at(resource, path));
}

export function textsAt(resource: SnapshotResource | undefined, path: string): readonly string[] {
  return listOf(at(resource, path)).flatMap((each) => textOf(each) ?? []);
}

export function listAt(resource: SnapshotResource | undefined, path: string): readonly unknown[] {
  return listOf(at(resource, path));
}

export function isTrue(resource: SnapshotResource | undefined, path: string): boolean {
  return at(resource, path) === true;
}

/** An output of the stack, as `pulumi stack output` shows it. */
export function output(snapshot: Snapshot, name: string): string | undefined {
  return textAt(ofType(snapshot, "pulumi:pulumi:Stack")[0], name);
}

/** One level into an object or a list. */
export function inside(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

/** AWS has one thing as itself and several as a list. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  const several: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
  return several ?? [value];
};

export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
