import type { Value } from "../engine/value";
import type { Stack } from "../engine/stack";

const known = new WeakMap<Stack, ReadonlySet<string>>();

/**
 * The accounts that the stack is deployed to: those its providers are pinned to, else the one that most of its ARNs name.
 * Empty when nothing says so.
 */
export function ownAccounts(stack: Stack): ReadonlySet<string> {
  const before = known.get(stack);
  if (before) return before;
  const pinned = stack
    .all("pulumi:providers:aws")
    .flatMap((each) => accountsIn(each.at("allowedAccountIds").value, /\b\d{12}\b/g));
  const made = new Set(pinned.length > 0 ? pinned : mostNamed(stack));
  known.set(stack, made);
  return made;
}

function mostNamed(stack: Stack): readonly string[] {
  const votes = new Map<string, number>();
  for (const each of stack.everything) {
    if (each.type === "aws:iam/role:Role") continue;
    for (const account of accountsIn(each.at().value, /(?<=arn:[a-z-]*:[a-z0-9-]*:[a-z0-9-]*:)\d{12}(?=:)/g))
      votes.set(account, (votes.get(account) ?? 0) + 1);
  }
  const [first] = [...votes].toSorted(([, a], [, b]) => b - a);
  return first ? [first[0]] : [];
}

function accountsIn(value: Value | undefined, pattern: RegExp): readonly string[] {
  if (typeof value === "string") return value.match(pattern) ?? [];
  if (typeof value === "number") return accountsIn(String(value), pattern);
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((each: Value) => accountsIn(each, pattern));
}
