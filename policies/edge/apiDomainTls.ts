import { rule } from "../rule";

const V2 = "aws:apigatewayv2/domainName:DomainName";
const API = "aws:apigateway/restApi:RestApi";
const MODERN = /^(TLS_1_[23]|SecurityPolicy_TLS1[23]_\w+)$/;

export const apiDomainTls = rule({
  id: "api-domain-tls",
  title: "API domains require TLS 1.2 or newer",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)", "164.312(a)(2)(iv)"],
  remediation: "Set securityPolicy to TLS_1_2 or to one of the SecurityPolicy_TLS13_ policies",
  types: ["aws:apigateway/domainName:DomainName", V2, API],
  check: (domain) => {
    const policy =
      domain.type === V2 ? domain.at("domainNameConfiguration", "securityPolicy") : domain.at("securityPolicy");
    if (policy.unknown) return policy.later();
    if (policy.absent && domain.type === API) return undefined;
    if (policy.absent) return policy.refuse("no security policy is set, and AWS may accept TLS 1.0");
    return MODERN.test(policy.text ?? "") ? undefined : policy.refuse(`${policy.text ?? "this"} accepts TLS 1.0`);
  },
});
