import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

/** A year, the least that browsers' preload lists take. */
const YEAR = 31_536_000;

export const cloudfrontSecurityHeaders = rule({
  id: "cloudfront-security-headers",
  title: "Browsers are told to use HTTPS only",
  family: "encryption-in-transit",
  severity: "low",
  level: "advisory",
  controls: ["164.312(e)(1)"],
  remediation: "Set strictTransportSecurity.accessControlMaxAgeSec to 31536000 or more, with override true",
  types: ["aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy"],
  check: (policy): Outcomes => {
    const age = policy.at("securityHeadersConfig", "strictTransportSecurity", "accessControlMaxAgeSec");
    if (age.unknown) return age.later();
    return (age.number ?? 0) >= YEAR
      ? undefined
      : age.refuse("a browser can be redirected to plain HTTP within a year");
  },
});
