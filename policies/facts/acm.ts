import { facts, subject, type Dimensions } from "./facts";

export const TYPES = facts({}, [
  "aws:acm/certificate:Certificate",
  "aws:acm/certificateValidation:CertificateValidation",
]);

export const METRICS: Dimensions = {
  "AWS/CertificateManager": {
    CertificateArn: subject(
      ["arn", "certificateArn"],
      "aws:acm/certificate:Certificate",
      "aws:acm/certificateValidation:CertificateValidation",
    ),
  },
};
