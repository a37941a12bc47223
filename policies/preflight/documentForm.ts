import { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import type { Value } from "../engine/value";
import { EVERY_TYPE, rule } from "../rule";
import { isBlock, readDocument } from "../shared/document";
import { readJson } from "../shared/json";

/** A text that AWS is to read as JSON; others may begin so by chance, and are none. */
const JSON_TEXT = /^\s*[{[]/;
/** Words that every policy document has, in whatever letters somebody wrote them. */
const POLICY_TEXT = [/"statement"\s*:/i, /"effect"\s*:/i];
/** Properties that hold documents, by their names. */
const DOCUMENTS = /polic|document|definition/i;
const VERSIONS = ["2008-10-17", "2012-10-17"];

export const documentForm = rule({
  id: "document-form",
  title: "Every document is written so that all readers read the same",
  family: "access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.308(a)(8)"],
  remediation:
    "Write each key once, and the elements of a policy as IAM's grammar spells them: Version, Id, Statement; Sid, Effect, Principal, Action, Resource, Condition and their Not forms",
  types: [EVERY_TYPE],
  check: (resource) => resource.at().keys.flatMap((key) => findingsIn(resource.at(key))),
});

function findingsIn(field: Field): Outcome[] {
  const { value } = field;
  if (field.unknown) return DOCUMENTS.test(field.path) ? [field.later()] : [];
  if (typeof value === "string") return textFindings(field, value);
  if (Array.isArray(value)) return field.items.flatMap(findingsIn);
  if (!isBlock(value)) return [];
  if (isPolicy(value)) return policyFindings(field, value);
  return Object.keys(value).flatMap((key) => findingsIn(new Field(value[key], `${field.path}.${key}`)));
}

function textFindings(field: Field, text: string): Outcome[] {
  if (POLICY_TEXT.every((each) => each.test(text))) return policyFindings(field, text);
  if (!JSON_TEXT.test(text)) return [];
  const read = readJson(text);
  // What is no JSON at all may be something else.
  return "problem" in read && read.problem !== "is no JSON" ? [field.refuse(read.problem)] : [];
}

/** `version` and `statement` together are a policy in other letters; each alone is a word of other blocks. */
function isPolicy(value: Readonly<Record<string, Value>>): boolean {
  const keys = Object.entries(value).map(([key, each]: [string, Value]) => [key.toLowerCase(), each] as const);
  return (
    keys.some(([key]) => key === "statement") &&
    keys.some(([key, each]) => key === "version" && typeof each === "string" && VERSIONS.includes(each))
  );
}

function policyFindings(field: Field, value: Value): Outcome[] {
  const document = readDocument(value);
  return document.state === "unreadable" ? [field.refuse(document.why)] : [];
}
