import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";

const KEY_AWS_MANAGES = /(^|\/|:)alias\/aws\/|^aws\/|^AWS_OWNED_/i;

/**
 * The property must name a KMS key of our own: one whose policy we write, whose use we see and which we can revoke. A key
 * that is created in the same update is unknown in the preview, so it is judged later, not refused.
 */
export function ourKey(key: Field, what: string, write?: string): Outcome | undefined {
  if (key.unknown) return key.later();
  if (key.absent) return key.refuse(`${what} with no key named, so AWS chooses one of its own`, write);
  const { text } = key;
  if (text === undefined) return key.refuse(`${what} with something that is not the ARN or id of a key`, write);
  return KEY_AWS_MANAGES.test(text) ? key.refuse(`${what} with a key that AWS manages (${text})`, write) : undefined;
}

/** As `ourKey`, where leaving the property out is safe by itself. */
export function ourKeyIfAny(key: Field, what: string, write?: string): Outcome | undefined {
  return key.absent ? undefined : ourKey(key, what, write);
}
