import type { Wire, WireMap } from "../wire";
import { asText, isList, isMap, mapWire, reveal } from "../wire";

const maps = (value: Wire | undefined): readonly WireMap[] => (isList(value) ? value.filter(isMap) : []);

const texts = (value: Wire | undefined): readonly string[] =>
  isList(value) ? value.map((each) => asText(each) ?? "") : [];

/** One value stands alone, several stand in a list: the form in which AWS's own tools write policies. */
const shortest = (values: readonly string[]) => (values.length === 1 ? values[0] : values);

/** The policy text that `aws.iam.getPolicyDocument` makes of its statements. */
export function policyJson(args: WireMap): string {
  const revealed = mapWire(args, reveal);
  const document = isMap(revealed) ? revealed : {};
  const policy = {
    Version: document["version"] ?? "2012-10-17",
    ...(typeof document["policyId"] === "string" ? { Id: document["policyId"] } : {}),
    Statement: maps(document["statements"]).map(statement),
  };
  return JSON.stringify(policy, undefined, 2);
}

function statement(given: WireMap): object {
  const list = (key: string, element: string) => {
    const values = texts(given[key]);
    return values.length === 0 ? {} : { [element]: shortest(values) };
  };
  return {
    ...(typeof given["sid"] === "string" && given["sid"] !== "" ? { Sid: given["sid"] } : {}),
    Effect: given["effect"] ?? "Allow",
    ...principals("Principal", given["principals"]),
    ...principals("NotPrincipal", given["notPrincipals"]),
    ...list("actions", "Action"),
    ...list("notActions", "NotAction"),
    ...list("resources", "Resource"),
    ...list("notResources", "NotResource"),
    ...conditions(given["conditions"]),
  };
}

function principals(element: string, given: Wire | undefined): object {
  const all = maps(given);
  if (all.length === 0) return {};
  if (all.some((each) => each["type"] === "*")) return { [element]: "*" };
  const byType = new Map<string, string[]>();
  for (const each of all) {
    const type = asText(each["type"]) ?? "";
    byType.set(type, [...(byType.get(type) ?? []), ...texts(each["identifiers"])]);
  }
  return { [element]: Object.fromEntries([...byType].map(([type, ids]) => [type, shortest(ids)])) };
}

function conditions(given: Wire | undefined): object {
  const tests: Record<string, Record<string, string | readonly string[] | undefined>> = {};
  for (const each of maps(given)) {
    const test = asText(each["test"]) ?? "";
    tests[test] = { ...tests[test], [asText(each["variable"]) ?? ""]: shortest(texts(each["values"])) };
  }
  return Object.keys(tests).length === 0 ? {} : { Condition: tests };
}
