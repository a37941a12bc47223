import { valueAt } from "../../../shared/snapshot/valueAt";

export function textAt(value: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === "string" && found !== "" ? found : undefined;
}

/** A number, which some providers write as text. */
export function numberAt(value: unknown, ...path: readonly (string | number)[]): number | undefined {
  const found = valueAt(value, ...path);
  if (typeof found === "number") return found;
  return typeof found === "string" && /^\d+(\.\d+)?$/.test(found) ? Number(found) : undefined;
}

export function isSet(value: unknown, ...path: readonly (string | number)[]): boolean {
  return valueAt(value, ...path) === true;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = valueAt(value, ...path);
  return Array.isArray(found) ? found : [];
}

export function textsAt(value: unknown, ...path: readonly (string | number)[]): readonly string[] {
  return listAt(value, ...path).filter((each) => typeof each === "string");
}
