import { isNotFalse, isTrue } from "../engine/expect";
import { rule } from "../rule";

const APPLICATION = "aws:lb/loadBalancer:LoadBalancer";

export const loadBalancerRequestHandling = rule({
  id: "load-balancer-request-handling",
  title: "Load balancers drop malformed and ambiguous requests",
  family: "effective-settings",
  severity: "medium",
  controls: ["164.312(e)(1)"],
  remediation: "Set dropInvalidHeaderFields to true and desyncMitigationMode to defensive or strictest",
  types: [APPLICATION, "aws:elb/loadBalancer:LoadBalancer"],
  check: (balancer) => {
    const kind = balancer.at("loadBalancerType");
    if (kind.unknown) return kind.later();
    const isApplication = balancer.type === APPLICATION && (kind.absent || kind.text === "application");
    const mode = balancer.at("desyncMitigationMode");
    return [
      mode.unknown
        ? mode.later()
        : mode.text === "monitor"
          ? mode.refuse("requests that smuggle another one are only monitored, and forwarded")
          : undefined,
      (isApplication ? isTrue : isNotFalse)(
        balancer.at("dropInvalidHeaderFields"),
        "headers that programs interpret differently are forwarded",
      ),
    ];
  },
});
