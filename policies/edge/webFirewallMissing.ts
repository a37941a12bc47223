import { rule } from "../rule";
import { hasFirewalls, INTERNET_FACING, unguarded } from "../shared/firewalls";

export const webFirewallMissing = rule({
  id: "web-firewall-missing",
  title: "Internet-facing endpoints are behind a web firewall, of this stack or of another",
  family: "network-exposure",
  severity: "medium",
  level: "advisory",
  controls: ["164.308(a)(1)(ii)(B)", "164.312(e)(1)"],
  remediation: "Add a wafv2 WebAcl and a WebAclAssociation; for CloudFront, set webAclId",
  types: INTERNET_FACING,
  checkInStack: (resource, stack) => (hasFirewalls(stack) ? undefined : unguarded(resource, stack)),
});
