import { strict as assert } from "node:assert";
import type { Profile } from "../../stacks/profile";
import { checkSettings } from "../../stacks/settings";
import { committedSettings } from "../../tools/docs/pages";

export const STACKS = ["dev", "staging", "prod"] as const;

/** The profile of a committed stack file. */
export function committedProfile(stack: (typeof STACKS)[number]): Profile {
  const result = checkSettings(committedSettings(stack));
  assert.ok("profile" in result, `Pulumi.${stack}.yaml is not valid`);
  return result.profile;
}
