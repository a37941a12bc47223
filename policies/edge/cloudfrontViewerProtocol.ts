import { isOneOf } from "../engine/expect";
import { rule } from "../rule";
import { behaviorsOf, DISTRIBUTIONS } from "../shared/cacheBehaviors";

export const cloudfrontViewerProtocol = rule({
  id: "cloudfront-viewer-protocol",
  title: "CloudFront serves HTTPS only",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Set viewerProtocolPolicy to https-only, or to redirect-to-https where people type addresses",
  types: DISTRIBUTIONS,
  check: (distribution) =>
    behaviorsOf(distribution).map((each) =>
      isOneOf(each.at("viewerProtocolPolicy"), ["https-only", "redirect-to-https"], "responses travel in clear text"),
    ),
});
