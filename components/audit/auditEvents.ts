import { type AuditEvent, exceptBy, from } from "./auditEvent";
import { CIS_EVENTS } from "./cisEvents";

const OURS: readonly AuditEvent[] = [
  {
    name: "log-deleted",
    pattern: from(
      "logs",
      "DeleteLogGroup",
      "DeleteLogStream",
      "PutLogGroupDeletionProtection",
      "DeleteDataProtectionPolicy",
      "PutDataProtectionPolicy",
      "DeleteRetentionPolicy",
      "PutRetentionPolicy",
      "AssociateKmsKey",
      "DisassociateKmsKey",
    ),
    why: "A record of who saw what is gone, or is about to be",
    source: "164.312(b)",
    runbook: "leaked-credential",
  },
  {
    name: "protection-lifted",
    pattern:
      '{ (($.eventSource = rds.amazonaws.com) && ($.requestParameters.deletionProtection IS FALSE)) || (($.eventSource = cognito-idp.amazonaws.com) && ($.requestParameters.deletionProtection = "INACTIVE")) }',
    why: "The database or the users can be deleted from now on",
    source: "164.308(a)(7)(ii)(A)",
    runbook: "failed-deployment",
  },
  {
    name: "backup-tampered",
    pattern: from(
      "backup",
      "DeleteRecoveryPoint",
      "DeleteBackupVault",
      "DeleteBackupVaultLockConfiguration",
      "DeleteBackupVaultAccessPolicy",
      "PutBackupVaultAccessPolicy",
      "PutBackupVaultLockConfiguration",
      "DisassociateRecoveryPoint",
      "DeleteBackupPlan",
      "DeleteBackupSelection",
      "UpdateRecoveryPointLifecycle",
    ),
    why: "Ransom begins with the backups",
    source: "164.308(a)(7)(ii)(A)",
    runbook: "leaked-credential",
  },
];

/** What CIS 3.0, chapter 4, wants to be told of, and what this platform's own protections want to be told of. */
export function auditEvents(
  breakGlassRoleNames: readonly string[],
  deployRoleNames: readonly string[] = [],
): readonly AuditEvent[] {
  const always = [...CIS_EVENTS, ...OURS].map((each) => exceptBy(deployRoleNames, each));
  if (breakGlassRoleNames.length === 0) return always;
  return [
    ...always,
    {
      name: "break-glass",
      pattern: `{ ($.eventName = AssumeRole*) && (${breakGlassRoleNames.map((each) => `($.requestParameters.roleArn = "*role/${each}")`).join(" || ")}) }`,
      why: "Somebody opened the emergency door: it must be an emergency, and somebody must have declared it",
      source: "164.312(a)(2)(ii)",
      runbook: "break-glass",
    },
  ];
}
