import type { Value } from "../engine/value";
import { type Block, isAnything, isBlock, listOf } from "./document";
import { HOLDING } from "./specific";

/** The accounts that a statement lets in by name. */
export function principalAccounts({
  Principal: principal,
  NotPrincipal: exception,
  Effect: effect,
  Condition: condition,
}: Block): readonly string[] {
  if (effect === "Deny") return [];
  const named = namesIn(isBlock(principal) ? principal["AWS"] : principal);
  // Everybody, or everybody but some, of whom a condition lets in some.
  const isEverybody = exception !== undefined || named.some(isAnything);
  const names = isEverybody ? [...named, ...namedBy(condition)] : named;
  return names.flatMap((each) => /^(?:arn:[^:]*:(?:iam::|sts::|s3:[^:]*:))?(\d{12})(?::|$)/.exec(each)?.[1] ?? []);
}

/** Whom a condition names as the one who asks. */
function namedBy(condition: Value | undefined): readonly string[] {
  if (!isBlock(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]: [string, Value]) =>
    HOLDING.test(operator) && isBlock(keys)
      ? Object.entries(keys).flatMap(([key, value]: [string, Value]) => (NAMING.test(key) ? namesIn(value) : []))
      : [],
  );
}

/** Keys whose value is the account of whoever asks, or has it inside. */
const NAMING = /^(?:aws:principal(?:account|arn)|kms:calleraccount|s3:dataaccesspoint(?:account|arn))$/i;

/** An account may be written as a number; anything else that is no text names nobody. */
const namesIn = (value: Value | undefined): readonly string[] =>
  listOf(value).flatMap((each) => (typeof each === "string" ? each : typeof each === "number" ? String(each) : []));
