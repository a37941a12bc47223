import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { behaviorsOf, DISTRIBUTIONS } from "../shared/cacheBehaviors";

const BROKEN = ["SSLv3", "TLSv1", "TLSv1.1"];

export const cloudfrontOriginTls = rule({
  id: "cloudfront-origin-tls",
  title: "CloudFront reaches its origins over TLS 1.2",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: 'Set originProtocolPolicy to https-only and originSslProtocols to ["TLSv1.2"]',
  types: DISTRIBUTIONS,
  check: (distribution): Outcomes =>
    distribution.at("origins").items.map((origin): Outcomes => {
      const single = origin.at("customOriginConfig");
      const config = single.absent ? origin.at("customOriginConfigs") : single;
      if (origin.unknown || config.unknown) return origin.later();
      if (config.absent) return undefined;
      const policy = config.at("originProtocolPolicy");
      const versions = config.at("originSslProtocols");
      if (policy.unknown || versions.unknown) return policy.unknown ? policy.later() : versions.later();
      const secureViewers = behaviorsOf(distribution).every((each) =>
        ["https-only", "redirect-to-https"].includes(each.at("viewerProtocolPolicy").text ?? ""),
      );
      const followed = policy.text === "match-viewer" && secureViewers;
      return [
        policy.text === "https-only" || followed
          ? undefined
          : policy.refuse("patient data travels from the origin to CloudFront in clear text"),
        ...versions.items.map((each) => {
          if (each.unknown) return each.later();
          return BROKEN.includes(each.text ?? "") ? each.refuse(`${each.text ?? ""} is insecure`) : undefined;
        }),
      ];
    }),
});
