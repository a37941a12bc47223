import { UNKNOWN, type Value } from "../../../policies/engine/value";
import { isSecretName, secretIn } from "../../../policies/shared/secretText";
import { SECRET } from "../../shared/snapshot/snapshot";

/** What fits a cell of a table. */
const LONGEST = 120;
const HIDDEN = "[hidden]";

/** A setting as evidence shows it: short, in one line, and without anything that could be a secret. */
export function showValue(property: string, value: Value | undefined): string {
  if (value === undefined || value === null || value === "") return "not set";
  if (value === UNKNOWN) return "not known from this file";
  if (typeof value === "string") return showText(property, value);
  if (typeof value !== "object") return String(value);
  if (Object.keys(value).length === 0) return "empty";
  const text = JSON.stringify(withoutSecrets(lastOf(property), value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${String(text.length)} characters)` : text;
}

/** Whether there is something, and not what. */
export function showPresence(value: Value | undefined): string {
  const shown = showValue("", value);
  return shown === "not set" || shown === "empty" || value === UNKNOWN ? shown : "set, not shown";
}

function showText(property: string, text: string): string {
  const kept = textWithoutSecret(lastOf(property), text);
  if (kept !== text) return kept;
  // A policy or a script is read where the program writes it; the whole of it fits no cell.
  if (/^\s*[{[]|\n/.test(text)) return `document of ${String(text.length)} characters`;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} … (${String(text.length)} characters)` : text;
}

function withoutSecrets(name: string, value: Value): unknown {
  if (value === UNKNOWN) return "not known from this file";
  if (typeof value === "string") return textWithoutSecret(name, value);
  if (typeof value !== "object" || value === null) return value;
  if (isList(value)) return value.map((each) => withoutSecrets(name, each));
  // Variables are written as a list of names and values; only the name says whether the value is a secret.
  const variable = Object.hasOwn(value, "name") && Object.hasOwn(value, "value");
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, variable && key === "value" ? HIDDEN : withoutSecrets(key, each)]),
  );
}

function textWithoutSecret(name: string, text: string): string {
  if (text === SECRET || secretIn(text) !== undefined) return HIDDEN;
  return isSecretName(name) && !text.startsWith("arn:") ? HIDDEN : text;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function lastOf(property: string): string {
  return property.split(".").at(-1) ?? property;
}
