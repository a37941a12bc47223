import type { Wire, WireMap } from "../wire";
import { isList, isMap } from "../wire";

const LISTS = ["Action", "NotAction", "Resource", "NotResource"];
const PRINCIPALS = ["Principal", "NotPrincipal"];

export const isPolicy = (value: Wire): value is WireMap => isMap(value) && value["Statement"] !== undefined;

/** As AWS writes policies back: one element stands alone, several stand in an order of AWS's. */
export function returnedPolicy(policy: WireMap): WireMap {
  return { ...policy, Statement: statementsOf(policy).map((each) => mapLists(each, shortest)) };
}

/**
 * What the real provider compares policies by (awspolicyequivalence): order and lists of one do not count, neither does whether an
 * account is named by its number or its root user, or everybody by `*` or `{"AWS": "*"}`.
 */
export function comparablePolicy(policy: WireMap): WireMap {
  const statements = statementsOf(policy).map((each) => mapLists(withPrincipalsNamed(each), inOrder));
  return { ...policy, Statement: statements.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}

const statementsOf = (policy: WireMap): readonly WireMap[] => asList(policy["Statement"] ?? null).filter(isMap);

/** `change` applied to all parts of a statement that may be one value or a list of them. */
function mapLists(statement: WireMap, change: (values: readonly Wire[]) => Wire): WireMap {
  const each = (value: Wire): Wire => change(asList(value).map(asText));
  const within = (value: Wire): Wire => (isMap(value) ? mapValues(value, each) : value);
  const parts = Object.keys(statement)
    .toSorted()
    .map((key): [string, Wire] => {
      const value = statement[key] ?? null;
      if (LISTS.includes(key)) return [key, each(value)];
      if (PRINCIPALS.includes(key)) return [key, within(value)];
      return [key, key === "Condition" && isMap(value) ? mapValues(value, within) : value];
    });
  return Object.fromEntries(parts);
}

function withPrincipalsNamed(statement: WireMap): WireMap {
  const accounts = (value: Wire): Wire =>
    asList(value).map((each) => (typeof each === "string" ? each.replace(/^(\d{12})$/, "arn:aws:iam::$1:root") : each));
  return Object.fromEntries(
    Object.entries(statement).map(([key, value]) => {
      if (!PRINCIPALS.includes(key)) return [key, value];
      return [key, mapValues(isMap(value) ? value : { AWS: value }, accounts)];
    }),
  );
}

const mapValues = (map: WireMap, change: (value: Wire) => Wire): WireMap =>
  Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));

const asList = (value: Wire): readonly Wire[] => (isList(value) ? value : [value]);
/** Numbers and truth values are text to IAM. */
const asText = (value: Wire): Wire => (typeof value === "number" || typeof value === "boolean" ? String(value) : value);
const inOrder = (values: readonly Wire[]): Wire[] =>
  values.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const shortest = (values: readonly Wire[]): Wire => (values.length === 1 ? (values[0] ?? null) : inOrder(values));
