import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { heldPolicies, HOLDERS, isNamed, ownPolicyName } from "../shared/heldPolicies";
import { isNamedBoundary } from "../shared/permissions";

export const iamBoundaryHandedOn = rule({
  id: "iam-boundary-handed-on",
  title: "A permissions boundary, which may allow everything, is not attached as a policy",
  family: "access",
  severity: "critical",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "Set it as permissionsBoundary, and attach a policy with the actions and ARNs that are used",
  types: HOLDERS,
  check: (resource, seen) => {
    const boundaries = [...seen.values()].filter((each) => isNamedBoundary(each));
    return heldPolicies(resource).map((field) => judge(field, boundaries));
  },
});

function judge(field: Field, boundaries: readonly Resource[]) {
  if (field.unknown) return field.later();
  const name = ownPolicyName(field);
  const isBoundary = name !== undefined && (/boundar/i.test(name) || boundaries.some((each) => isNamed(each, field)));
  return isBoundary
    ? field.refuse(`${name} is a permissions boundary: it is written to limit permissions, not to grant them`)
    : undefined;
}
