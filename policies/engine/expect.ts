import type { Field } from "./field";
import type { Outcome } from "./outcome";

/** Only `true` will do: absent, null, empty, false and anything else are wrong. */
export function isTrue(field: Field, problem: string, write?: string): Outcome | undefined {
  if (field.unknown) return field.later();
  return field.flag === true ? undefined : field.refuse(problem, write);
}

/** Absent or false will do, because AWS's own default is the safe one. */
export function isNotTrue(field: Field, problem: string, write?: string): Outcome | undefined {
  if (field.unknown) return field.later();
  return field.flag === true ? field.refuse(problem, write) : undefined;
}

/** Absent or true will do, because AWS's own default is the safe one. */
export function isNotFalse(field: Field, problem: string, write?: string): Outcome | undefined {
  if (field.unknown) return field.later();
  return field.flag === false ? field.refuse(problem, write) : undefined;
}

/** One of these texts, in any case of letters; `absentIs` says what AWS takes when nothing is written. */
export function isOneOf(field: Field, allowed: readonly string[], problem: string, absentIs = ""): Outcome | undefined {
  if (field.unknown) return field.later();
  const given = (field.text ?? (field.absent ? absentIs : "")).toLowerCase();
  return allowed.some((each) => each.toLowerCase() === given) ? undefined : field.refuse(problem);
}

/** At least so many; `absentIs` says what AWS takes when nothing is written. */
export function isAtLeast(field: Field, minimum: number, problem: string, absentIs: number): Outcome | undefined {
  if (field.unknown) return field.later();
  return (field.absent ? absentIs : (field.number ?? Number.NaN)) >= minimum ? undefined : field.refuse(problem);
}
