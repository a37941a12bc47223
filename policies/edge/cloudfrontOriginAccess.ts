import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

const WEBSITE = /\.s3-website[.-]/;

export const cloudfrontOriginAccess = rule({
  id: "cloudfront-origin-access",
  title: "CloudFront reads buckets through an origin access control, so that they can stay private",
  family: "public-access",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation:
    "Set originAccessControlId, use the bucket's bucketRegionalDomainName, and let the bucket policy name the distribution",
  types: ["aws:cloudfront/distribution:Distribution"],
  check: (distribution) => distribution.at("origins").items.map((each) => origin(each)),
});

/** Without a custom or VPC configuration an origin is a bucket: CloudFront knows no other kind. */
function origin(each: Field): Outcomes {
  if (each.unknown) return each.later();
  const domain = each.at("domainName");
  if (WEBSITE.test(domain.text ?? ""))
    return domain.refuse("a website endpoint is open to everyone and uses plain HTTP");
  if (!each.at("customOriginConfig").absent || !each.at("vpcOriginConfig").absent) return undefined;
  if (!each.at("originAccessControlId").absent || !each.at("s3OriginConfig", "originAccessIdentity").absent)
    return undefined;
  return each
    .at("originAccessControlId")
    .refuse("CloudFront reads the bucket anonymously, which only works if the bucket is public");
}
