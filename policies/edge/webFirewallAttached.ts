import { rule } from "../rule";
import { hasFirewalls, INTERNET_FACING, unguarded } from "../shared/firewalls";

export const webFirewallAttached = rule({
  id: "web-firewall-attached",
  title: "In a stack with web firewalls, every internet-facing endpoint is behind one",
  family: "network-exposure",
  severity: "medium",
  controls: ["164.308(a)(1)(ii)(B)", "164.312(e)(1)"],
  remediation: "Add a wafv2 WebAclAssociation with its ARN as resourceArn; for CloudFront, set webAclId",
  types: INTERNET_FACING,
  checkInStack: (resource, stack) => (hasFirewalls(stack) ? unguarded(resource, stack) : undefined),
});
