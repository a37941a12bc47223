import { made } from "./entry";
import type { Resource } from "../offline/providers/aws/template";
import { free, notDrawn } from "./reasons";

/** AWS asks for one DNS record per domain; a wildcard shares the record of its parent domain. */
function validationOptions(certificate: Resource) {
  if (certificate.input("validationMethod") !== "DNS") return [];
  const alternatives = certificate.value("subjectAlternativeNames");
  const domains = [
    certificate.input("domainName") ?? "",
    ...(Array.isArray(alternatives) ? alternatives.map(String) : []),
  ];
  return [...new Set(domains)].map((domainName) => {
    const base = domainName.replace(/^\*\./, "");
    return {
      domainName,
      resourceRecordName: `_${certificate.random("hex", 32, `${base} name`)}.${base}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_${certificate.random("hex", 32, `${base} value`)}.${certificate.random("alnum", 10, base)}.acm-validations.aws.`,
    };
  });
}

const alternativeNames = (certificate: Resource) => [certificate.input("domainName") ?? ""];

export const MADE = made({
  "acm/certificate:Certificate": {
    price: free("certificates for AWS's own services are free"),
    seconds: [4, 8, 30],
    outputs: {
      id: "{=arn}",
      arn: "{arn:acm}certificate/{uuid:certificate}",
      domainValidationOptions: validationOptions,
      subjectAlternativeNames: alternativeNames,
      status: (certificate) => (certificate.input("validationMethod") === "DNS" ? "PENDING_VALIDATION" : "ISSUED"),
      type: (certificate) => (certificate.input("privateKey") === undefined ? "AMAZON_ISSUED" : "IMPORTED"),
      keyAlgorithm: "RSA_2048",
      notBefore: "",
      notAfter: "",
      pendingRenewal: false,
      renewalEligibility: "INELIGIBLE",
      validationEmails: [],
    },
    replacedBy:
      "domainName subjectAlternativeNames validationMethod certificateAuthorityArn keyAlgorithm validationOptions",
    drawn: notDrawn("the lines say HTTPS or TLS"),
    alarms: "service",
  },
  "acm/certificateValidation:CertificateValidation": {
    price: free("certificates for AWS's own services are free"),
    seconds: [20, 120, 1800],
    outputs: { id: "0001-01-01 00:00:00 +0000 UTC" },
    replacedBy: "*",
    partOf: "acm/certificate:Certificate",
  },
});
