import { isTrue } from "../engine/expect";
import { rule } from "../rule";

const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const FIREWALL = "aws:networkfirewall/firewall:Firewall";

export const loadBalancerDeletionProtection = rule({
  id: "load-balancer-deletion-protection",
  title: "Load balancers and network firewalls have AWS's deletion protection",
  family: "deletion-protection",
  severity: "medium",
  controls: ["164.308(a)(7)(ii)(B)"],
  remediation: "Set deletion protection to true",
  types: ["aws:lb/loadBalancer:LoadBalancer", CLASSIC, FIREWALL],
  lenientWhenEphemeral: true,
  check: (balancer) => {
    const problem = "a single API call takes the platform off the internet";
    if (balancer.type === CLASSIC)
      return balancer
        .at("enableDeletionProtection")
        .refuse(`a classic load balancer has no such protection: ${problem}`, "Use lb.LoadBalancer instead");
    return isTrue(balancer.at(balancer.type === FIREWALL ? "deleteProtection" : "enableDeletionProtection"), problem);
  },
});
