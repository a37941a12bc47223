import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { HOLDERS, policiesNamedBy } from "../shared/heldPolicies";
import { broadManagedPolicy } from "../shared/managedPolicies";
import { ownAccounts } from "../shared/ownAccounts";

const CLUSTER_RIGHTS = "aws:eks/accessPolicyAssociation:AccessPolicyAssociation";
/** "Review access policy permissions", Amazon EKS User Guide: all but those that only view. */
const CLUSTER_ADMINISTRATOR = /^arn:[^:]*:eks::aws:cluster-access-policy\/(AmazonEKS\w*(?:Admin|Edit)\w*)$/;

function judge(field: Field) {
  if (field.unknown) return field.later();
  const name = broadManagedPolicy(field.text ?? "");
  return name !== undefined
    ? field.refuse(`${name} covers every resource in the account, including those of other applications`)
    : undefined;
}

export const iamBroadManagedPolicy = rule({
  id: "iam-broad-managed-policy",
  title: "No identity has one of AWS's broad managed policies",
  family: "access",
  severity: "critical",
  controls: ["164.308(a)(4)(ii)(B)", "164.312(a)(1)"],
  remediation: "Write a policy of your own with the actions and ARNs that are used",
  types: [...HOLDERS, CLUSTER_RIGHTS],
  check: (resource) => policiesNamedBy(resource).map(judge),
  checkInStack: (resource, stack): Outcomes => {
    if (resource.type !== CLUSTER_RIGHTS) return undefined;
    const [policy, principal] = [resource.at("policyArn"), resource.at("principalArn")];
    const own = ownAccounts(stack);
    if (policy.unknown || principal.unknown) return (policy.unknown ? policy : principal).later();
    const name = CLUSTER_ADMINISTRATOR.exec(policy.text ?? "")?.[1];
    const account = /^arn:[^:]*:iam::(\d{12}):/.exec(principal.text ?? "")?.[1];
    return name === undefined || account === undefined || own.size === 0 || own.has(account)
      ? undefined
      : policy.refuse(`${name} is given to account ${account}, which is not ours (${[...own].join(", ")})`);
  },
});
