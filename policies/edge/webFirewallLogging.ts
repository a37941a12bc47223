import { rule } from "../rule";

const LOG = "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration";

export const webFirewallLogging = rule({
  id: "web-firewall-logging",
  title: "Web firewalls log allowed and blocked requests",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)", "164.308(a)(1)(ii)(D)"],
  remediation: "Add a WebAclLoggingConfiguration for it, with authorization and cookies in redactedFields",
  types: ["aws:wafv2/webAcl:WebAcl"],
  checkInStack: (firewall, stack) => {
    const answers = stack.all(LOG).map((each) => stack.refers(each, each.at("resourceArn"), firewall));
    if (answers.includes("yes")) return undefined;
    const scope = firewall.at("scope");
    return answers.includes("unclear") || scope.unknown ? scope.later() : scope.refuse("attacks are not logged");
  },
});
