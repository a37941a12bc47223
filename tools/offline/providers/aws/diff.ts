import { isDeepStrictEqual } from "node:util";
import type { Wire, WireMap } from "../wire";
import { isList, isMap, isUnknown, reveal, text } from "../wire";
import { isAutoName, namingOf } from "./naming";
import { comparable, inside, type Place } from "./normalForm";
import { replaces } from "./replace";
import { sdkFacts } from "./sdkFacts";
import type { Account } from "./session";

export type Kind = "add" | "delete" | "update";

/** One property, or part of one, that is not as the program wants it. */
export interface Change {
  readonly path: readonly (string | number)[];
  readonly kind: Kind;
  readonly replace: boolean;
}

export interface Difference {
  readonly changes: readonly Change[];
  readonly deleteBeforeReplace: boolean;
}

/** What is to be compared: the state of a resource and the inputs the program wants. */
export interface Compared {
  readonly type: string;
  readonly oldInputs: WireMap;
  readonly olds: WireMap;
  readonly news: WireMap;
  readonly ignoreChanges: readonly string[];
  readonly account: Account;
  /** It is being imported right now. */
  readonly importing: boolean;
}

/** Set in the state of a resource that was imported, until it is updated: nobody knows what all its inputs were. */
export const IMPORTED = "__imported";

/** Compares property by property, down to the leaves. */
export function difference(compared: Compared): Difference {
  const { type, oldInputs, olds, news, account } = compared;
  const ignored = compared.ignoreChanges.map(parsePath);
  const changes: Change[] = [];
  const imported = olds[IMPORTED] === true;
  for (const key of new Set([...Object.keys(oldInputs), ...Object.keys(news)])) {
    const unknowable = imported && !(key in oldInputs);
    if (key.startsWith("__") || (unknowable && compared.importing)) continue;
    const replace = !unknowable && replaces(type, key);
    for (const found of compare({ type, path: key }, [key], oldInputs[key] ?? null, news[key] ?? null)) {
      if (!ignored.some((path) => covers(path, found.path))) changes.push({ ...found, replace });
    }
  }
  if (sdkFacts(type).inputs.has("region") && !changes.some(({ path }) => path[0] === "region")) {
    const region = text(news, "region") ?? account.region;
    const old = text(olds, "region");
    if (old !== undefined && old !== region) changes.push({ path: ["region"], kind: "update", replace: true });
  }
  return { changes, deleteBeforeReplace: changes.some(({ replace }) => replace) && nameIsTaken(type, oldInputs, news) };
}

/** A name that the program fixed is taken until the old resource is gone. A name made up anew is not. */
function nameIsTaken(type: string, oldInputs: WireMap, news: WireMap): boolean {
  const property = namingOf(type)?.property;
  if (property === undefined) return false;
  const name = news[property];
  const same =
    name !== undefined && !isUnknown(name) && isDeepStrictEqual(reveal(name), reveal(oldInputs[property] ?? null));
  return same && !isAutoName(name);
}

type Found = Omit<Change, "replace">;

function compare(place: Place, path: readonly (string | number)[], oldValue: Wire, newValue: Wire): readonly Found[] {
  const before = reveal(oldValue);
  const after = reveal(newValue);
  if (same(place, before, after)) return [];
  if (before === null) return [{ path, kind: "add" }];
  if (after === null) return [{ path, kind: "delete" }];
  if (isMap(before) && isMap(after)) {
    const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...keys].flatMap((key) =>
      compare(inside(place, key), [...path, key], before[key] ?? null, after[key] ?? null),
    );
  }
  if (isList(before) && isList(after)) {
    const longest = before.length > after.length ? before : after;
    return longest.flatMap((_, index) => compare(place, [...path, index], before[index] ?? null, after[index] ?? null));
  }
  return [{ path, kind: "update" }];
}

/** Equal for AWS: sets have no order, and policies and containers are read, not compared letter by letter. */
function same(place: Place, before: Wire, after: Wire): boolean {
  if (isUnknown(before) || isUnknown(after)) return false;
  return isDeepStrictEqual(before, after) || isDeepStrictEqual(comparable(place, before), comparable(place, after));
}

/** Writes a path as the engine does: `rules[0].name`, `tags["a.b"]`. */
export function formatPath(path: readonly (string | number)[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    if (/^\w+$/.test(key)) return text === "" ? key : `${text}.${key}`;
    return `${text}[${JSON.stringify(key)}]`;
  }, "");
}

/** Reads a path of `ignoreChanges`: names, `[0]`, `["a.b"]` and `*`. */
function parsePath(path: string): readonly string[] {
  const parts = path.matchAll(/\["((?:[^"\\]|\\.)*)"\]|\[(\d+|\*)\]|([^.[\]]+)/g);
  return [...parts].map(([, quoted, index, name]) => quoted ?? index ?? name ?? "");
}

const covers = (pattern: readonly string[], path: readonly (string | number)[]) =>
  pattern.length <= path.length && pattern.every((key, index) => key === "*" || key === String(path[index]));
