import type { SnapshotResource } from "../../shared/snapshot/snapshot";
import { valueAt as inside } from "../../shared/snapshot/valueAt";

/** A resource, or an object within its inputs. */
type Source = SnapshotResource | Fields;
export type Fields = Readonly<Record<string, unknown>>;

/** The value behind `a.b` of the inputs; undefined where anything on the way is missing. */
export function valueAt(source: Source, path: string): unknown {
  return inside(isResource(source) ? source.inputs : source, ...path.split("."));
}

/** A number, also where Pulumi has it as text; the fallback for what is missing or not known yet. */
export function numberAt(source: Source, path: string, fallback: number): number {
  const value = valueAt(source, path);
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : fallback;
}

export function textAt(source: Source, path: string): string {
  const value = valueAt(source, path);
  return typeof value === "string" ? value : "";
}

export function isOn(source: Source, path: string): boolean {
  return valueAt(source, path) === true;
}

/** The objects of a list. */
export function listAt(source: Source, path: string): readonly Fields[] {
  const value = valueAt(source, path);
  return Array.isArray(value) ? value.filter(isFields) : [];
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}

function isResource(source: Source): source is SnapshotResource {
  return typeof source["urn"] === "string" && isFields(source["inputs"]);
}
