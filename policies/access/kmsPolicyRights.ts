import type { Outcomes } from "../engine/outcome";
import type { Value } from "../engine/value";
import { rule } from "../rule";
import { type Block, covers, isBlock, listOf, readDocument, textsOf } from "../shared/document";

/** Who may do this can lock everybody out of the records, or end them. */
const RUIN = ["kms:ScheduleKeyDeletion", "kms:PutKeyPolicy", "kms:DisableKey", "kms:DeleteImportedKeyMaterial"];
const ACCOUNT = /^\d{12}$|^arn:[^:]*:iam::\d{12}:root$/;
const ADMINISTRATOR =
  /admin|security|break-?glass|deploy|pipeline|pulumi|github|key-?(manager|custodian)|(^|[/_-])(ops|operators?|owner|infra|terraform|cdk|cicd|ci)($|[_-])/i;

export const kmsPolicyRights = rule({
  id: "kms-policy-rights",
  title: "Principals that use a key can neither delete it nor change who else may use it",
  family: "access",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.308(a)(4)(ii)(B)"],
  remediation:
    "Allow users of the key kms:Decrypt and kms:GenerateDataKey* only; keep kms:* for the account and its administrators",
  types: [
    "aws:kms/key:Key",
    "aws:kms/keyPolicy:KeyPolicy",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/externalKey:ExternalKey",
  ],
  check: (key): Outcomes => {
    const policy = key.at("policy");
    if (policy.absent) return undefined;
    const document = readDocument(policy.value);
    if (document.state === "notKnown") return policy.later();
    if (document.state === "unreadable") return undefined;
    return document.statements.map((statement, index): Outcomes => {
      const right = statement["Effect"] === "Deny" ? undefined : ruinIn(statement);
      const who = right === undefined ? undefined : userIn(statement);
      if (right === undefined || who === undefined) return undefined;
      const sid = statement["Sid"];
      return policy.refuse(`statement ${typeof sid === "string" ? sid : String(index + 1)} allows ${who} ${right}`);
    });
  },
});

function ruinIn(statement: Block): string | undefined {
  return RUIN.find((action) => textsOf(statement["Action"]).some((pattern) => covers(pattern, action)));
}

/** The first principal that is neither an account nor by its name an administrator. Everybody at once is another rule's. */
function userIn({ Principal: principal }: Block): string | undefined {
  if (!isBlock(principal)) return undefined;
  const named = Object.entries(principal).flatMap(([, value]: [string, Value]) => listOf(value));
  return textsOf(named).find((each) => !each.includes("*") && !ACCOUNT.test(each) && !ADMINISTRATOR.test(each));
}
