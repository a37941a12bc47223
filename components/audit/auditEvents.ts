import { LOG_TAMPERING } from "../shared/logTampering";
import { type AuditEvent, exceptBy, from } from "./auditEvent";
import { CIS_EVENTS } from "./cisEvents";

const OURS: readonly AuditEvent[] = [
  {
    name: "log-deleted",
    pattern: from("logs", ...LOG_TAMPERING),
    why: "Audit logs were deleted, or are less protected from now on",
    source: "164.312(b)",
    runbook: "leaked-credential",
  },
  {
    name: "protection-lifted",
    pattern:
      '{ (($.eventSource = rds.amazonaws.com) && ($.requestParameters.deletionProtection IS FALSE)) || (($.eventSource = cognito-idp.amazonaws.com) && ($.requestParameters.deletionProtection = "INACTIVE")) }',
    why: "Deletion protection of the database or the user pool was switched off",
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
    why: "Backups or their protection were changed: ransomware starts there",
    source: "164.308(a)(7)(ii)(A)",
    runbook: "leaked-credential",
  },
];

/** The events of CIS 3.0, chapter 4, and those that this platform's own protections depend on. */
export function auditEvents(
  breakGlassRoleNames: readonly string[],
  deployRoleNames: readonly string[] = [],
): readonly AuditEvent[] {
  const always = [...CIS_EVENTS, ...OURS].map((event) => exceptBy(deployRoleNames, event));
  if (breakGlassRoleNames.length === 0) return always;
  return [
    ...always,
    {
      name: "break-glass",
      pattern: `{ ($.eventName = AssumeRole*) && (${breakGlassRoleNames.map((roleName) => `($.requestParameters.roleArn = "*role/${roleName}")`).join(" || ")}) }`,
      why: "Somebody took the break-glass role: check that an emergency was declared",
      source: "164.312(a)(2)(ii)",
      runbook: "break-glass",
    },
  ];
}
