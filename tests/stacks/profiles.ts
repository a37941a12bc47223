import { strict as assert } from "node:assert";
import type { Profile } from "../../stacks/profile";
import type { AccountProfile } from "../../stacks/accountProfile";
import { checkAccountSettings, checkSettings } from "../../stacks/settings";
import { committedSettings } from "../../lab/docs/pages";

export const STACKS = ["dev", "staging", "prod"] as const;

/** The profile of a committed stack file. */
export function committedProfile(stack: (typeof STACKS)[number]): Profile {
  const result = checkSettings(committedSettings(stack));
  assert.ok("profile" in result, `Pulumi.${stack}.yaml is not valid`);
  return result.profile;
}

/** The committed profile of the account's own stack. */
export function committedAccount(): AccountProfile {
  const result = checkAccountSettings(committedSettings("account"));
  assert.ok("profile" in result, JSON.stringify(result));
  return result.profile;
}
