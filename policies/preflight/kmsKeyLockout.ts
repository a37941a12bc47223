import { rule } from "../rule";
import { covers, readDocument, textsOf } from "../shared/document";

export const kmsKeyLockout = rule({
  id: "kms-key-lockout",
  title: "Every key policy leaves somebody who can change it",
  family: "preflight",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(B)", "164.312(a)(2)(ii)"],
  remediation: "Allow kms:* for the account's root: IAM then decides, and nobody is locked out",
  types: [
    "aws:kms/key:Key",
    "aws:kms/keyPolicy:KeyPolicy",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
  ],
  check: (key) => {
    const policy = key.at("policy");
    // Without a policy AWS writes one that lets in the account.
    if (policy.absent) return undefined;
    const document = readDocument(policy.value);
    if (document.state === "notKnown") return policy.later();
    if (document.state === "unreadable") return policy.refuse("is not a policy document");
    const changes = document.statements.some(
      (each) =>
        each["Effect"] === "Allow" &&
        (textsOf(each["Action"]).some((action) => covers(action, "kms:PutKeyPolicy")) ||
          each["NotAction"] !== undefined),
    );
    return changes ? undefined : policy.refuse("nobody can change it, so only AWS could correct a mistake");
  },
});
