import { UNKNOWN, type Value } from "../engine/value";
import { type Block, isBlock, textsOf } from "./document";

/** The accounts that a statement lets in by name. */
export function principalAccounts({ Principal: principal, Effect: effect }: Block): readonly string[] {
  if (effect === "Deny") return [];
  const names = isBlock(principal) ? textsOf(principal["AWS"]) : textsOf(principal);
  return names.flatMap((each) => /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(each)?.[1] ?? []);
}

/** Must one of these keys have a value that is more than a wildcard? Keys in lower case. */
export function isBoundBy(condition: Value | undefined, keys: RegExp): boolean {
  if (condition === UNKNOWN) return true;
  if (!isBlock(condition)) return false;
  return Object.entries(condition).some(
    ([operator, block]: [string, Value]) =>
      /^(foranyvalue:)?(string|arn)(equals|equalsignorecase|like)$/i.test(operator) &&
      isBlock(block) &&
      Object.entries(block).some(
        ([key, value]: [string, Value]) =>
          keys.test(key.toLowerCase()) && textsOf(value).every((each) => !/^[*?]*$/.test(each)),
      ),
  );
}
