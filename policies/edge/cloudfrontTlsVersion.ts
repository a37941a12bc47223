import { rule } from "../rule";
import { DISTRIBUTIONS } from "../shared/cacheBehaviors";

const MODERN = /^TLSv1\.[23]_\d{4}$/;

export const cloudfrontTlsVersion = rule({
  id: "cloudfront-tls-version",
  title: "CloudFront accepts TLS 1.2 or newer",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)", "164.312(a)(2)(iv)"],
  remediation: "Set acmCertificateArn, sslSupportMethod sni-only and minimumProtocolVersion TLSv1.2_2021",
  types: DISTRIBUTIONS,
  check: (distribution) => {
    const certificate = distribution.at("viewerCertificate");
    const standard = certificate.at("cloudfrontDefaultCertificate");
    const version = certificate.at("minimumProtocolVersion");
    if (standard.unknown || version.unknown) return standard.unknown ? standard.later() : version.later();
    if (standard.flag === true || certificate.absent)
      return standard.refuse("with the cloudfront.net certificate AWS accepts TLS 1.0, whatever the setting");
    return MODERN.test(version.text ?? "")
      ? undefined
      : version.refuse(`${version.text ?? "the default"} accepts insecure versions of TLS`);
  },
});
