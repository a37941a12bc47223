import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";

/** Anything will do but nothing: absent, null and empty are wrong. */
export function isGiven(field: Field, problem: string, write?: string): Outcome | undefined {
  if (field.unknown) return field.later();
  return field.absent ? field.refuse(problem, write) : undefined;
}
