import type { Policies } from "@pulumi/policy";

export type Level = "advisory" | "mandatory" | "disabled" | "remediate";

/** The engine's numbers for levels: `pulumirpc.EnforcementLevel`. */
export const LEVELS: readonly Level[] = ["advisory", "mandatory", "disabled", "remediate"];

/** More names than this make the line unreadable; the count is given anyway. */
const EXAMPLES = 3;

/**
 * What a configuration takes from the pack, in one line, or nothing. A rule that is switched off leaves no trace of who did
 * it, why and until when; an exemption does. So a configuration may hold settings and raise a level, and lowers none.
 *
 * @param configured the level of each policy as the engine has understood it, by name
 */
export function weakeningOf(policies: Policies, configured: ReadonlyMap<string, Level>): string | undefined {
  const weakened = policies.flatMap(({ name, enforcementLevel = "advisory" }) => {
    const level = configured.get(name);
    const isKept = level === undefined || level === enforcementLevel || level === "mandatory";
    return isKept ? [] : [`${name} (${level})`];
  });
  if (weakened.length === 0) return undefined;
  const more = weakened.length > EXAMPLES ? ` and ${String(weakened.length - EXAMPLES)} more` : "";
  return `its configuration weakens ${weakened.slice(0, EXAMPLES).join(", ")}${more}. Remove that from the file of --policy-pack-config, and write an exemption with owner, reason and expiry into stacks/policies.json for what cannot keep a rule yet`;
}
