import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { heldPolicies, HOLDERS, isNamed, ownPolicyName, POLICY } from "../shared/heldPolicies";

export const iamUnseenPolicy = rule({
  id: "iam-unseen-policy",
  title: "No identity has a policy that another program manages, which no rule here has read",
  family: "access",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.308(a)(8)"],
  remediation: "Write the policy in this program, or exempt it with an owner and an end date",
  types: HOLDERS,
  // An ARN that is only known at the update names a policy of this program by then, or one that nobody here wrote.
  check: (resource, seen) => {
    const ours = [...seen.values()].filter(({ type }) => type === POLICY);
    return heldPolicies(resource).map((field) => {
      if (ownPolicyName(field) === undefined || ours.some((each) => isNamed(each, field))) return undefined;
      return field.refuse(`${field.text ?? ""} is managed elsewhere`);
    });
  },
  checkInStack: (resource, stack) => heldPolicies(resource).map((field) => judge(resource, field, stack)),
});

function judge(resource: Resource, field: Field, stack: Stack): Outcome | undefined {
  const made = stack.referred(resource, field, [POLICY]).length > 0;
  if (made) return undefined;
  if (field.unknown) return field.later();
  return ownPolicyName(field) !== undefined ? field.refuse(`${field.text ?? ""} is managed elsewhere`) : undefined;
}
