import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import type { Stack } from "../engine/stack";
import { rule } from "../rule";
import { attachedOutsideLoadBalancers } from "../shared/attachments";
import {
  describeOpening,
  INGRESS_RULES,
  ingressOf,
  isPathDiscovery,
  isWebOnly,
  openingsOf,
  SECURITY_GROUPS,
} from "../shared/ingress";
import { prefixListIngress } from "../shared/prefixLists";

export const securityGroupWorldOpen = rule({
  id: "security-group-world-open",
  title: "Only load balancers are open to the internet: on 443, and on 80 to redirect to it",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Name the security group or the address range that needs it, or put a load balancer in front",
  types: [...SECURITY_GROUPS, ...INGRESS_RULES],
  check: (resource) => {
    const all = ingressOf(resource);
    const open = openingsOf(all).filter((each) => !isWebOnly(each) && !isPathDiscovery(each));
    return [
      open.map((each) => each.field.refuse(`opens ${describeOpening(each)} to the internet`)),
      all.flatMap((each) => each.unknowns.map((field) => field.later())),
    ];
  },
  checkInStack: (group, stack) => (SECURITY_GROUPS.includes(group.type) ? judgeGroup(group, stack) : undefined),
});

/** What only shows when all rules of a group are seen together: unions, prefix lists, and what the group is put on. */
function judgeGroup(group: Resource, stack: Stack): Outcomes {
  const rules = stack.referring(group, INGRESS_RULES, "securityGroupId");
  const parts = [group, ...rules].map((each) => ingressOf(each));
  const listed = [group, ...rules].flatMap((each) => prefixListIngress(each, stack));
  const together = openingsOf([...parts.flat(), ...listed]).filter((each) => !isPathDiscovery(each));
  const alone = parts.flatMap((each) => openingsOf(each)).filter((each) => !isWebOnly(each));
  const users = attachedOutsideLoadBalancers(group, stack);
  return together.map((each) => {
    if (alone.some((part) => part.from <= each.to && each.from <= part.to)) return undefined;
    if (!isWebOnly(each))
      return each.field.refuse(`opens ${describeOpening(each)} to the internet, together with the group's other rules`);
    return users.map((user) =>
      each.field.refuse(
        `opens ${describeOpening(each)} on ${user.name}, which is not a load balancer, to the internet`,
      ),
    );
  });
}
