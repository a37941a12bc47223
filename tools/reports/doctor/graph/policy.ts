import { parsed } from "../../../shared/parsed";
import { listOf, textOf } from "../../../shared/fields";
import { valueAt } from "../../../shared/snapshot/valueAt";

/** A statement of a policy document; whatever may be one or several is a list. */
export interface Statement {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** Of whatever kind: `cloudfront.amazonaws.com`, an ARN or `*`. */
  readonly principals: readonly string[];
  /** The values that a condition compares a key with, in whatever way. */
  readonly compared: (key: string) => readonly string[];
}

const texts = (value: unknown) => listOf(value).flatMap((each) => textOf(each) ?? []);
const values = (value: unknown): unknown[] => (typeof value === "object" && value !== null ? Object.values(value) : []);

/** None of a text that is no policy. */
export function statementsOf(policy: string | undefined): readonly Statement[] {
  return listOf(valueAt(parsed(policy), "Statement")).map((written) => {
    const principal = valueAt(written, "Principal");
    return {
      effect: textOf(valueAt(written, "Effect")) ?? "",
      actions: texts(valueAt(written, "Action")),
      resources: texts(valueAt(written, "Resource")),
      principals: typeof principal === "string" ? [principal] : values(principal).flatMap(texts),
      compared: (key) => values(valueAt(written, "Condition")).flatMap((test) => texts(insideAnyCase(test, key))),
    };
  });
}

/** Whether a statement names this action on this resource. Stars stand for any text, as in IAM. */
export function covers({ actions, resources }: Statement, action: string, resource: string): boolean {
  return actions.some((each) => matches(each, action)) && resources.some((each) => matches(each, resource));
}

/** Whether the policies allow this. Conditions are not weighed: they are about who asks. */
export function allows(policies: readonly (string | undefined)[], action: string, resource: string): boolean {
  return policies
    .flatMap((policy) => statementsOf(policy))
    .some((each) => each.effect === "Allow" && covers(each, action, resource));
}

/** Compared part by part: a policy with `*` would need a search for a pattern that the user may choose. */
function matches(pattern: string, text: string): boolean {
  const [head = "", ...parts] = pattern.split("*");
  if (parts.length === 0) return pattern === text;
  const tail = parts.pop() ?? "";
  if (!text.startsWith(head) || !text.endsWith(tail) || text.length < head.length + tail.length) return false;
  const middle = text.slice(head.length, text.length - tail.length);
  let from = 0;
  for (const part of parts) {
    const found = middle.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return true;
}

/** Condition keys have no case: AWS writes `AWS:SourceArn` as well as `aws:SourceArn`. */
function insideAnyCase(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
}
