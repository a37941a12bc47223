import { isGiven } from "../shared/isGiven";
import { rule } from "../rule";

export const loadBalancerAccessLogs = rule({
  id: "load-balancer-access-logs",
  title: "Load balancers record every request",
  family: "logging",
  severity: "medium",
  controls: ["164.312(b)"],
  remediation: "Set accessLogs with the bucket for access logs and enabled true",
  types: ["aws:lb/loadBalancer:LoadBalancer"],
  check: (balancer) => {
    const type = balancer.at("loadBalancerType");
    // A network load balancer logs TLS connections only, a gateway one nothing.
    if (type.unknown) return type.later();
    return type.absent || type.text === "application"
      ? isGiven(balancer.at("accessLogs"), "there is no record of who requested what")
      : undefined;
  },
});
