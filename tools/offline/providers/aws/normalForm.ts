import type { Wire, WireMap } from "../wire";
import { isList, isMap, isUnknown, parseJson } from "../wire";
import { comparableContainers, returnedContainers } from "./containers";
import { comparablePolicy, isPolicy, returnedPolicy } from "./policyForm";
import { sets } from "./facts/sets.json";

/** Where a value stands in a resource: its type, and the names of the properties that lead to it, without places in lists. */
export interface Place {
  readonly type: string;
  readonly path: string;
}

/** Properties whose text AWS reads as something else than a policy. */
const CONTAINERS: Readonly<Record<string, string>> = {
  "ecs/taskDefinition:TaskDefinition": "containerDefinitions",
};

/** Keys that AWS adds to a map of settings, because it answers with all it knows: property -> key -> value. */
const ADDED: Readonly<Record<string, Readonly<Record<string, WireMap>>>> = {
  "backup/regionSettings:RegionSettings": {
    resourceTypeOptInPreference: {
      DocumentDB: true,
      DynamoDB: true,
      EBS: true,
      EC2: true,
      EFS: true,
      FSx: true,
      RDS: true,
    },
  },
};

const SETS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(sets).map(([type, paths]) => [type, new Set(paths)]),
);

/**
 * What AWS gives back of a resource's properties: the same meaning in a form of its own. Whatever of it the real provider does not
 * take back for what was written shows up as a change after a refresh, and so it does here.
 */
export function returned(type: string, properties: WireMap): WireMap {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      if (key.startsWith("__")) return [key, value];
      const added = ADDED[type]?.[key];
      const own = returnedValue({ type, path: key }, value);
      return [key, added !== undefined && isMap(own) ? { ...added, ...own } : own];
    }),
  );
}

function returnedValue(place: Place, value: Wire): Wire {
  if (isUnknown(value)) return value;
  if (typeof value === "string") return returnedText(place, value);
  if (isList(value)) {
    const elements = value.map((each) => returnedValue(place, each));
    return isSet(place) ? inOrderOfAws(elements) : elements;
  }
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, returnedValue(inside(place, key), each)]));
}

function returnedText({ type, path }: Place, text: string): string {
  const parsed = text.startsWith("[") || text.startsWith("{") ? parseJson(text) : undefined;
  if (parsed === undefined) return text;
  if (CONTAINERS[type] === path) return JSON.stringify(returnedContainers(parsed));
  return isPolicy(parsed) ? JSON.stringify(returnedPolicy(parsed)) : text;
}

/** What two values are compared by: equal where the real provider says that AWS holds them equal. */
export function comparable(place: Place, value: Wire): Wire {
  if (typeof value === "string" && (value.startsWith("[") || value.startsWith("{"))) {
    const parsed = parseJson(value);
    if (parsed === undefined) return value;
    if (CONTAINERS[place.type] === place.path) return comparableContainers(parsed);
    return isPolicy(parsed) ? comparablePolicy(parsed) : parsed;
  }
  if (isMap(value))
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, comparable(inside(place, key), each)]));
  if (!isList(value)) return value;
  const elements = value.map((each) => comparable(place, each));
  return isSet(place) || value.every((each) => typeof each !== "object" || each === null) ? sorted(elements) : elements;
}

/** All properties of a resource, as two are compared. */
export const comparableProperties = (type: string, properties: WireMap): WireMap =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, comparable({ type, path: key }, value)]));

export const inside = ({ type, path }: Place, key: string): Place => ({ type, path: `${path}.${key}` });

const isSet = ({ type, path }: Place): boolean => SETS.get(type)?.has(path) ?? false;

/** AWS has no order in a set: it answers in one that is not the program's. */
const inOrderOfAws = (elements: readonly Wire[]): Wire => sorted(elements).reverse();

const sorted = (elements: readonly Wire[]): Wire[] =>
  elements.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
