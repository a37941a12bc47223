import type { Field } from "../engine/field";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { isNamedBoundary } from "../shared/permissions";
import { POLICY_PLACES, policiesNamedBy } from "./managedPolicies";

/** A policy of one's own, with its name. */
const OWN = /^arn:[^:]*:iam::\d{12}:policy\/(?:.*\/)?([^/]+)$/;

export const boundaryHandedOn = rule({
  id: "iam-boundary-handed-on",
  title: "A permissions boundary, which may allow everything, is given to nobody as a policy",
  family: "access",
  severity: "critical",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "Name it as permissionsBoundary, and give a policy with the actions and ARNs that are used",
  types: Object.keys(POLICY_PLACES),
  check: (resource, seen) => {
    const boundaries = [...seen.values()].filter((each) => isNamedBoundary(each));
    return policiesNamedBy(resource)
      .filter((field) => !field.path.startsWith("permissionsBoundary"))
      .map((field) => judge(field, boundaries));
  },
});

function judge(field: Field, boundaries: readonly Resource[]) {
  if (field.unknown) return field.later();
  const name = OWN.exec(field.text ?? "")?.[1];
  const isBoundary =
    name !== undefined && (/boundar/i.test(name) || boundaries.some((each) => each.at("name").text === name));
  return isBoundary ? field.refuse(`${name} is a boundary, which limits and is not written to be held`) : undefined;
}
