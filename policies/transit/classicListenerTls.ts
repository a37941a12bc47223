import { rule } from "../rule";

export const classicListenerTls = rule({
  id: "classic-listener-tls",
  title: "Classic load balancers accept TLS only",
  family: "encryption-in-transit",
  severity: "critical",
  controls: ["164.312(e)(1)"],
  remediation: "Set lbProtocol to HTTPS or SSL with sslCertificateId, or use an application load balancer",
  types: ["aws:elb/loadBalancer:LoadBalancer"],
  check: (balancer) => {
    const listeners = balancer.at("listeners");
    if (listeners.unknown) return listeners.later();
    return listeners.items.map((each) => {
      const protocol = each.at("lbProtocol");
      if (protocol.unknown) return protocol.later();
      return ["HTTPS", "SSL"].includes((protocol.text ?? "").toUpperCase())
        ? undefined
        : protocol.refuse(`${protocol.text ?? "no protocol"} is not encrypted`);
    });
  },
});
