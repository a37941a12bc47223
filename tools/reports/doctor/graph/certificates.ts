import type { Snapshot } from "../../../shared/snapshot/snapshot";
import { textAt, where } from "./read";
import { ofType } from "../../../shared/snapshot/find";

/** The state keeps the status at creation, which is pending; that Pulumi waited for the validation is the proof. */
export function isIssued(snapshot: Snapshot, arn: string | undefined): boolean {
  const certificate = where(snapshot, "aws:acm/certificate:Certificate", "arn", arn);
  if (textAt(certificate, "status") === "ISSUED") return true;
  return where(snapshot, "aws:acm/certificateValidation:CertificateValidation", "certificateArn", arn) !== undefined;
}

/** Certificates that nobody saw issued, by the host they are for. */
export function pendingCertificates(snapshot: Snapshot): readonly string[] {
  return ofType(snapshot, "aws:acm/certificate:Certificate")
    .filter((each) => !isIssued(snapshot, textAt(each, "arn")))
    .map((each) => textAt(each, "domainName") ?? each.name);
}
