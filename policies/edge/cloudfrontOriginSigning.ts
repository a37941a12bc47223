import { isOneOf } from "../engine/expect";
import { rule } from "../rule";

export const cloudfrontOriginSigning = rule({
  id: "cloudfront-origin-signing",
  title: "Origin access controls sign every request",
  family: "public-access",
  severity: "high",
  controls: ["164.312(a)(1)"],
  remediation: "Set signingBehavior to always and signingProtocol to sigv4",
  types: ["aws:cloudfront/originAccessControl:OriginAccessControl"],
  check: (control) =>
    isOneOf(
      control.at("signingBehavior"),
      ["always", "no-override"],
      "requests to the bucket are unsigned, which only works if the bucket is public",
    ),
});
