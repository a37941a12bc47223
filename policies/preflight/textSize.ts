import { Field } from "../engine/field";
import { isNotKnown, type Outcome } from "../engine/outcome";
import { rule } from "../rule";

/** Characters: the longest text that AWS reads ("AWS Step Functions quotas", a state machine), but for definitions of APIs. */
const LONGEST = 1024 * 1024;
/** "Amazon API Gateway quotas": an OpenAPI definition. */
const LONGEST_API = 6 * 1024 * 1024;
const API = /^body$/;
/** What is stored and not read: no rule looks at it either. */
const STORED = /(?:^|\.)(?:content|contentBase64|zipFile|code|text)(?:\.|\[|$)/;
/** Levels of blocks and lists in one property; no type of AWS has half as many. */
const DEEPEST = 50;

export const textSize = rule({
  id: "text-size",
  title: "Texts and nested blocks are small enough to be judged",
  family: "preflight",
  severity: "high",
  controls: ["164.308(a)(8)"],
  remediation: "Upload it as a file, or split it",
  types: ["*"],
  check: (resource) => {
    const all = findings(resource.at(), 0);
    // One that is not known stands for all, as most resources have some.
    return [all.filter((each) => !isNotKnown(each)), all.find(isNotKnown)];
  },
});

function findings(field: Field, depth: number): readonly Outcome[] {
  if (field.unknown) return [field.later()];
  const { value, path } = field;
  const longest = API.test(path) ? LONGEST_API : LONGEST;
  if (typeof value === "string")
    return value.length > longest && !STORED.test(path)
      ? [field.refuse(`has ${String(value.length)} characters, too many to judge: AWS allows ${String(longest)} here`)]
      : [];
  if (typeof value !== "object" || value === null) return [];
  if (depth > DEEPEST) return [field.refuse(`is nested more than ${String(DEEPEST)} levels deep, too deep to judge`)];
  if (Array.isArray(value)) return field.items.flatMap((each) => findings(each, depth + 1));
  return Object.entries(value).flatMap(([key, each]) =>
    findings(new Field(each, path === "" ? key : `${path}.${key}`), depth + 1),
  );
}
