import { rule } from "../rule";

const PLAIN = ["HTTP", "TCP", "UDP"];

export const targetGroupTls = rule({
  id: "target-group-tls",
  title: "Load balancers use TLS to their targets too",
  family: "encryption-in-transit",
  severity: "low",
  controls: ["164.312(e)(1)"],
  remediation:
    "Set protocol HTTPS, and terminate TLS in the container: inside the VPC a self-signed certificate will do",
  types: ["aws:lb/targetGroup:TargetGroup"],
  // The wire is inside the VPC, where the Security Rule leaves it to a risk assessment.
  level: "advisory",
  check: (group) => {
    const protocol = group.at("protocol");
    if (protocol.unknown) return protocol.later();
    return protocol.text !== undefined && PLAIN.includes(protocol.text.toUpperCase())
      ? protocol.refuse(`${protocol.text} is not encrypted between load balancer and target`)
      : undefined;
  },
});
