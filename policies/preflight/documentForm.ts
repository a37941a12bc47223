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
const DOCUMENTS = /polic|document|definition|^details$/i;
const VERSIONS = ["2008-10-17", "2012-10-17"];

export const documentForm = rule({
  id: "document-form",
  title: "Documents have only one possible reading",
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
  return blockFindings(field, { isWhole: true, isText: false });
}

function textFindings(field: Field, text: string): Outcome[] {
  const isNamedPolicy = DOCUMENTS.test(field.path) && POLICY_TEXT.every((each) => each.test(text));
  if (!JSON_TEXT.test(text)) return isNamedPolicy ? [field.refuse("is not valid JSON")] : [];
  const read = readJson(text);
  // What is no JSON at all may be something else, but where a policy is asked for.
  if ("problem" in read)
    return read.problem !== "is not valid JSON" || isNamedPolicy ? [field.refuse(read.problem)] : [];
  // Inside of a text, another text that is JSON may be what somebody hands on.
  return blockFindings(new Field(read.value, field.path), { isWhole: true, isText: true });
}

interface Place {
  /** The whole of a property or a text, and no part of it. */
  readonly isWhole?: boolean;
  /** Inside of a text that was read as JSON. */
  readonly isText: boolean;
}

/** Policies, wherever they stand: an API's definition has its own under a key of it, a role its own in a list of blocks. */
function blockFindings(field: Field, { isWhole = false, isText }: Place): Outcome[] {
  const value = field.value ?? null;
  if (Array.isArray(value)) return field.items.flatMap((each) => nestedFindings(each, isText));
  if (!isBlock(value)) return [];
  if (isPolicy(value, isWhole)) return policyFindings(field, value);
  return Object.keys(value).flatMap((key) => nestedFindings(new Field(value[key], `${field.path}.${key}`), isText));
}

function nestedFindings(field: Field, isText: boolean): Outcome[] {
  if (typeof field.value === "object") return blockFindings(field, { isText });
  const isDocument = !isText && DOCUMENTS.test(field.path.split(".").at(-1) ?? "");
  if (!isDocument) return [];
  if (field.unknown) return [field.later()];
  return typeof field.value === "string" ? textFindings(field, field.value) : [];
}

/** A list of statements, or one; `version` beside it, or that it is all there is, tells it from other blocks with that word. */
function isPolicy(value: Readonly<Record<string, Value>>, isWhole: boolean): boolean {
  const keys = Object.entries(value).map(([key, each]: [string, Value]) => [key.trim().toLowerCase(), each] as const);
  const statements = keys.find(([key]) => key === "statement")?.[1];
  if (typeof statements !== "object" || statements === null) return false;
  const isOfVersion = keys.some(
    ([key, each]) => key === "version" && typeof each === "string" && VERSIONS.includes(each),
  );
  return isOfVersion || (isWhole && keys.every(([key]) => ["statement", "id", "version"].includes(key)));
}

function policyFindings(field: Field, value: Value): Outcome[] {
  const document = readDocument(value);
  return document.state === "unreadable" ? [field.refuse(document.why)] : [];
}
