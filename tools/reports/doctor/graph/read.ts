import { ofType, stackOutputs } from "../../../shared/snapshot/find";
import type { Snapshot, SnapshotResource } from "../../../shared/snapshot/snapshot";
import { valueAt } from "../../../shared/snapshot/valueAt";

/** The one resource of a type whose property has this value. */
export function where(snapshot: Snapshot, type: string, path: string, value: string | undefined) {
  return value === undefined ? undefined : ofType(snapshot, type).find((each) => textAt(each, path) === value);
}

/** A property by its path, such as `loadBalancers.0.containerPort`: as AWS gave it or, before that, as the program asked. */
export function at(resource: SnapshotResource | undefined, path: string): unknown {
  return valueAt(resource?.outputs ?? resource?.inputs, ...path.split("."));
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
  return textOf(stackOutputs(snapshot)[name]);
}

/** AWS has one thing as itself and several as a list. */
export const listOf = (value: unknown): readonly unknown[] => {
  if (value === undefined || value === null) return [];
  const several: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
  return several ?? [value];
};

export const textOf = (value: unknown): string | undefined =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
