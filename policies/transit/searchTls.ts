import { isTrue } from "../engine/expect";
import type { Field } from "../engine/field";
import { rule } from "../rule";

const MODERN = /^Policy-Min-TLS-1-2/;

export const searchTls = rule({
  id: "search-tls",
  title: "Search domains use TLS 1.2 for clients and between their nodes",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation:
    "Set domainEndpointOptions.enforceHttps, tlsSecurityPolicy Policy-Min-TLS-1-2-PFS-2023-10 and nodeToNodeEncryption.enabled",
  types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain"],
  check: (domain) => [
    isTrue(domain.at("domainEndpointOptions", "enforceHttps"), "the endpoint accepts plain HTTP"),
    isTrue(domain.at("nodeToNodeEncryption", "enabled"), "documents travel between nodes in clear text"),
    modern(domain.at("domainEndpointOptions", "tlsSecurityPolicy")),
  ],
});

function modern(policy: Field) {
  if (policy.unknown) return policy.later();
  return MODERN.test(policy.text ?? "")
    ? undefined
    : policy.refuse(`${policy.text ?? "the default policy"} accepts TLS 1.0`);
}
