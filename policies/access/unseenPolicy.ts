import type { Field } from "../engine/field";
import type { Outcome } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { POLICY_PLACES, policiesNamedBy } from "./managedPolicies";

const POLICY = "aws:iam/policy:Policy";
/** A policy of somebody's account, and not one of AWS's. */
const OWN = /^arn:[^:]*:iam::\d{12}:policy\/(?:.*\/)?([^/]+)$/;

export const unseenPolicy = rule({
  id: "iam-unseen-policy",
  title: "Nobody holds a policy that another program wrote, which no rule here has read",
  family: "access",
  severity: "high",
  controls: ["164.308(a)(4)(ii)(B)", "164.308(a)(8)"],
  remediation: "Write the policy in this program, or give an owner and a day for it in an exemption",
  types: Object.keys(POLICY_PLACES),
  // An ARN that is only known at the update names a policy of this program by then, or one that nobody here wrote.
  check: (resource, seen) => {
    const ours = [...seen.values()].filter(({ type }) => type === POLICY);
    return held(resource).map((field) => {
      const name = OWN.exec(field.text ?? "")?.[1];
      if (name === undefined || ours.some((each) => mayBeCalled(each, name))) return undefined;
      return field.refuse(`${field.text ?? ""} is made elsewhere`);
    });
  },
  checkInStack: (resource, stack) => held(resource).map((field) => judge(resource, field, stack)),
});

/** What somebody is given; a boundary of the account's stack only limits. */
const held = (resource: Resource): readonly Field[] =>
  policiesNamedBy(resource).filter(({ path }) => !path.startsWith("permissionsBoundary"));

/** Whether a policy of this program may have that name in AWS: Pulumi makes one of its own name where none is written. */
function mayBeCalled(policy: Resource, name: string): boolean {
  const written = policy.at("name");
  if (written.text !== undefined) return written.text === name;
  const prefix = policy.at("namePrefix").text;
  return prefix === undefined ? name.includes(policy.name) : name.startsWith(prefix);
}

function judge(resource: Resource, field: Field, stack: Stack): Outcome | undefined {
  const made = stack.referred(resource, field, [POLICY]).length > 0;
  if (made) return undefined;
  if (field.unknown) return field.later();
  return OWN.test(field.text ?? "") ? field.refuse(`${field.text ?? ""} is made elsewhere`) : undefined;
}
