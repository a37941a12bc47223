import { strict as assert } from "node:assert";
import { NOT_KNOWN_POLICY } from "../../policies/engine/policies";
import type { Rule } from "../../policies/rule";
import type { Case, Rejected } from "./cases/case";
import { type Violation, violations } from "./runner";

export const judge = (rule: Rule, { given, world }: Case) => violations([rule], given, world);

/** What a rule says is wrong, without what it cannot judge yet. */
export const spoken = (found: readonly Violation[]) => found.filter((each) => each.policy !== NOT_KNOWN_POLICY);

export async function accepted(rule: Rule, each: Case): Promise<void> {
  assert.deepEqual(await judge(rule, each), []);
}

export async function rejected(rule: Rule, each: Rejected): Promise<void> {
  const found = spoken(await judge(rule, each));
  assert.match(found.map(({ message }) => message).join("\n"), each.says);
  for (const { message, level } of found) {
    assert.match(message, /\n\S+: .+\. .+\. \[45 CFR 164\.3\d\d\(.+\]$/, "property: what. What to write. [citation]");
    assert.equal(level, rule.level ?? "mandatory");
  }
}

/** It says that it cannot judge yet, and why. */
export async function deferred(rule: Rule, each: Case): Promise<void> {
  const found = await judge(rule, each);
  assert.deepEqual(spoken(found), []);
  assert.equal(found.length, 1);
  assert.match(found[0]?.message ?? "", new RegExp(`\\n${rule.id}( \\(at its end\\))?: \\S+\\.\\S+`));
}
