import type { Value } from "../../../policies/engine/value";
import { type DocumentKind, publicGrants } from "../../../policies/shared/publicGrant";

export const allow = (more: Record<string, Value>): Record<string, Value> => ({
  Effect: "Allow",
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::files/*",
  ...more,
});
export const to = (Principal: Value, Condition: Value = {}) => allow({ Principal, Condition });
export const when = (operator: string, key: string, value: Value) => to("*", { [operator]: { [key]: value } });
export const deny = (more: Record<string, Value>): Record<string, Value> => ({
  ...allow({ Principal: "*" }),
  Effect: "Deny",
  ...more,
});
export const unless = (operator: string, key: string, value: Value, more: Record<string, Value> = {}) =>
  deny({ Condition: { [operator]: { [key]: value } }, ...more });

export type Verdict = "private" | "public" | "unknown" | "unreadable";
export function verdict(document: Value | undefined, kind?: DocumentKind): Verdict {
  const { grants, notKnown, unreadable } = publicGrants(document, kind);
  return unreadable ? "unreadable" : grants.length > 0 ? "public" : notKnown ? "unknown" : "private";
}
export const of = (...statements: Value[]): Value => ({ Version: "2012-10-17", Statement: statements });
