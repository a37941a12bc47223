import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { POLICY_PLACES } from "./managedPolicies";

const POLICY = "aws:iam/policy:Policy";
/** A policy of somebody's account, and not one of AWS's. */
const OWN = /^arn:[^:]*:iam::\d{12}:policy\//;

export const unseenPolicy = rule({
  id: "iam-unseen-policy",
  title: "Nobody holds a policy that another program wrote, which no rule here has read",
  family: "access",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.308(a)(8)"],
  remediation: "Write the policy in this program, or give an owner and a day for it in an exemption",
  types: Object.keys(POLICY_PLACES),
  checkInStack: (resource, stack) =>
    (POLICY_PLACES[resource.type] ?? [])
      // A boundary of the account's stack only limits.
      .filter((each) => each !== "permissionsBoundary")
      .flatMap((each) => resource.at(each).items)
      .map((field) => judge(resource, field, stack)),
});

function judge(resource: Resource, field: Field, stack: Stack): Outcome | undefined {
  const made = stack.referred(resource, field, [POLICY]).length > 0;
  if (made) return undefined;
  if (field.unknown) return field.later();
  return OWN.test(field.text ?? "") ? field.refuse(`${field.text ?? ""} is made elsewhere`) : undefined;
}
