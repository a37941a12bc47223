import { UNKNOWN, type Value } from "../engine/value";
import { type Block, isBlock, listOf, textsOf } from "./document";
import { isSpecific } from "./specific";

/** The accounts that a statement lets in by name. */
export function principalAccounts({
  Principal: principal,
  Effect: effect,
  Condition: condition,
}: Block): readonly string[] {
  if (effect === "Deny") return [];
  const named = listOf(isBlock(principal) ? principal["AWS"] : principal).map(String);
  // Everybody, of whom a condition lets in some.
  const names = named.includes("*") ? [...named, ...namedBy(condition)] : named;
  return names.flatMap((each) => /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(each)?.[1] ?? []);
}

/** Whom a condition names as the one who asks. */
function namedBy(condition: Value | undefined): readonly string[] {
  if (!isBlock(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]: [string, Value]) =>
    HOLDING.test(operator) && isBlock(keys)
      ? Object.entries(keys).flatMap(([key, value]: [string, Value]) =>
          /^aws:principal(account|arn)$/i.test(key) ? listOf(value).map(String) : [],
        )
      : [],
  );
}

/** Operators that a request has to meet. */
const HOLDING = /^(foranyvalue:)?(string|arn)(equals|equalsignorecase|like)$/i;

/** Must one of these keys have a value that is more than a wildcard? Keys in lower case. */
export function isBoundBy(condition: Value | undefined, keys: RegExp): boolean {
  if (condition === UNKNOWN) return true;
  if (!isBlock(condition)) return false;
  return Object.entries(condition).some(
    ([operator, block]: [string, Value]) =>
      HOLDING.test(operator) &&
      isBlock(block) &&
      Object.entries(block).some(
        ([key, value]: [string, Value]) =>
          keys.test(key.toLowerCase()) && textsOf(value).every((each) => isSpecific(key, each)),
      ),
  );
}
