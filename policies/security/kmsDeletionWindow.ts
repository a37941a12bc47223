import { isAtLeast } from "../engine/expect";
import { rule } from "../rule";

/** The longest AWS offers, and what it takes when nothing is written (AWS KMS Developer Guide, "Deleting keys"). */
const DAYS = 30;

export const kmsDeletionWindow = rule({
  id: "kms-deletion-window",
  title: "A scheduled key deletion can be cancelled for thirty days",
  family: "deletion-protection",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"],
  remediation: `Leave deletionWindowInDays out, or set it to ${String(DAYS)}`,
  types: [
    "aws:kms/key:Key",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ],
  lenientWhenEphemeral: true,
  check: (key) =>
    isAtLeast(
      key.at("deletionWindowInDays"),
      DAYS,
      "everything encrypted with the key is lost in less than a month",
      DAYS,
    ),
});
