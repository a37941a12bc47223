import type { SnapshotResource } from "./snapshot/snapshot";
import { valueAt } from "./snapshot/valueAt";

/** Property names and indexes; `loadBalancers.0.containerPort` is three of them. */
type Path = readonly (string | number)[];
export type Fields = Readonly<Record<string, unknown>>;

/** The properties of a resource as AWS has them or, before it exists, as the program asks for them. */
export function madeOf(resource: SnapshotResource | undefined): Fields | undefined {
  return resource?.outputs ?? resource?.inputs;
}

export function fieldAt(value: unknown, ...path: Path): unknown {
  return valueAt(
    value,
    ...path.flatMap<string | number>((step) => (typeof step === "string" ? step.split(".") : [step])),
  );
}

export function textAt(value: unknown, ...path: Path): string | undefined {
  return textOf(fieldAt(value, ...path));
}

/** A number, which providers also write as text. */
export function numberAt(value: unknown, ...path: Path): number | undefined {
  const found = fieldAt(value, ...path);
  const number = typeof found === "string" && found.trim() !== "" ? Number(found) : found;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

export function isTrue(value: unknown, ...path: Path): boolean {
  return fieldAt(value, ...path) === true;
}

export function listAt(value: unknown, ...path: Path): readonly unknown[] {
  return listOf(fieldAt(value, ...path));
}

export function textsAt(value: unknown, ...path: Path): readonly string[] {
  return listAt(value, ...path).flatMap((element) => textOf(element) ?? []);
}

/** The blocks of a list. */
export function blocksAt(value: unknown, ...path: Path): readonly Fields[] {
  return listAt(value, ...path).filter(isFields);
}

/** AWS has one thing as itself and several as a list. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  const several: readonly unknown[] | undefined = Array.isArray(value) ? value : undefined;
  return several ?? [value];
}

/** A text that is not empty, or a number as text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null;
}
