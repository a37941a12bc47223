import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const VAGUE = ["Contains", "StartsWith", "NotEqual"];

export const identityPoolRoles = rule({
  id: "identity-pool-roles",
  title: "Identity pools give a role to signed-in users only, and none when the role is ambiguous",
  family: "identity",
  severity: "high",
  controls: ["164.312(a)(1)", "164.308(a)(4)(ii)(B)"],
  remediation: "Leave roles.unauthenticated out; set ambiguousRoleResolution to Deny and match claims by Equals",
  types: ["aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment"],
  check: (attachment): Outcomes => {
    const roles = attachment.at("roles");
    if (roles.unknown) return roles.later();
    const guests = roles.at("unauthenticated");
    return [
      guests.absent ? undefined : guests.refuse("a role for users who have not signed in"),
      attachment.at("roleMappings").items.map((each): Outcomes => {
        const otherwise = each.at("ambiguousRoleResolution");
        const rules = each.at("mappingRules").items.map((one) => one.at("matchType"));
        return [
          refused(otherwise, ["AuthenticatedRole"], "users who match no rule get the default role"),
          rules.map((match) => refused(match, VAGUE, `${match.text ?? ""} matches claims that were not meant`)),
        ];
      }),
    ];
  },
});

function refused(field: Field, wrong: readonly string[], problem: string): Outcome | undefined {
  if (field.unknown) return field.later();
  return wrong.includes(field.text ?? "") ? field.refuse(problem) : undefined;
}
