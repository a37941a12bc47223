import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { behaviorsOf, DISTRIBUTION } from "../shared/cacheBehaviors";

const CHANGES = ["PUT", "POST", "PATCH", "DELETE"];

export const cloudfrontBucketMethods = rule({
  id: "cloudfront-bucket-methods",
  title: "CloudFront sends no changing requests to a bucket",
  family: "access",
  severity: "medium",
  controls: ["164.312(c)(1)", "164.312(a)(1)"],
  remediation: "Set allowedMethods to GET, HEAD and OPTIONS; uploads go to S3 itself",
  types: [DISTRIBUTION],
  check: (distribution): Outcomes => {
    const origins = distribution.at("origins").items;
    const buckets = origins.filter((each) => each.at("customOriginConfig").absent && each.at("vpcOriginConfig").absent);
    const ids = new Set(buckets.map((each) => each.at("originId").text));
    return behaviorsOf(distribution)
      .filter((each) => each.unknown || ids.has(each.at("targetOriginId").text))
      .map((each) => {
        const methods = each.at("allowedMethods");
        if (methods.unknown) return methods.later();
        const changing = methods.items.find((method) => CHANGES.includes(method.text ?? ""));
        return changing?.refuse(`${changing.text ?? ""} reaches the bucket`);
      });
  },
});
