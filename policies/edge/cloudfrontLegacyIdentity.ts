import { rule } from "../rule";
import { DISTRIBUTION } from "../shared/cacheBehaviors";

export const cloudfrontLegacyIdentity = rule({
  id: "cloudfront-legacy-identity",
  title: "CloudFront uses origin access controls, not the older identities",
  family: "encryption-at-rest",
  severity: "low",
  level: "advisory",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set originAccessControlId: an origin access identity cannot read what a KMS key encrypts",
  types: [DISTRIBUTION],
  check: (distribution) =>
    distribution.at("origins").items.map((origin) => {
      const identity = origin.at("s3OriginConfig", "originAccessIdentity");
      if (identity.unknown) return identity.later();
      return identity.given ? identity.refuse("is the legacy kind, which AWS no longer develops") : undefined;
    }),
});
