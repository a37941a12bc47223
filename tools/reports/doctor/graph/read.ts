import * as fields from "../../../shared/fields";
import { ofType, stackOutputs } from "../../../shared/snapshot/find";
import type { Snapshot, SnapshotResource } from "../../../shared/snapshot/snapshot";

type Resource = SnapshotResource | undefined;

/** The one resource of a type whose property has this value. */
export function where(snapshot: Snapshot, type: string, path: string, value: string | undefined) {
  return value === undefined ? undefined : ofType(snapshot, type).find((each) => textAt(each, path) === value);
}

/** A property by its path, as AWS has it or, before that, as the program asks for it. */
export const at = (resource: Resource, path: string) => fields.fieldAt(fields.madeOf(resource), path);
export const textAt = (resource: Resource, path: string) => fields.textAt(fields.madeOf(resource), path);
export const textsAt = (resource: Resource, path: string) => fields.textsAt(fields.madeOf(resource), path);
export const listAt = (resource: Resource, path: string) => fields.listAt(fields.madeOf(resource), path);
export const isTrue = (resource: Resource, path: string) => fields.isTrue(fields.madeOf(resource), path);

/** An output of the stack, as `pulumi stack output` shows it. */
export function output(snapshot: Snapshot, name: string): string | undefined {
  return fields.textOf(stackOutputs(snapshot)[name]);
}
