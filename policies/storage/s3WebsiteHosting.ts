import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";

export const s3WebsiteHosting = rule({
  id: "s3-website-hosting",
  title: "No bucket serves its objects as a website",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)", "164.312(e)(1)"],
  remediation: "Serve it through CloudFront with an origin access control; a redirect of every request may stay",
  types: ["aws:s3/bucket:Bucket", "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration"],
  check: (resource) =>
    resource.type === "aws:s3/bucket:Bucket"
      ? serves(resource.at("website"), "website")
      : serves(resource.at(), "indexDocument"),
});

/** A site that only redirects hands out no object. */
function serves(site: Field, property: string): Outcomes {
  if (site.unknown) return site.later();
  if (site.absent || site.at("redirectAllRequestsTo").given) return undefined;
  return { property, problem: "a website endpoint serves objects to everyone, over plain HTTP" };
}
