/** Calls of CloudWatch Logs that remove records, let them be removed, or keep them from being read or masked. */
export const LOG_TAMPERING = [
  "AssociateKmsKey",
  "DeleteDataProtectionPolicy",
  "DeleteLogGroup",
  "DeleteLogStream",
  "DeleteRetentionPolicy",
  "DeleteSubscriptionFilter",
  "DisassociateKmsKey",
  "PutDataProtectionPolicy",
  "PutLogGroupDeletionProtection",
  "PutRetentionPolicy",
] as const;

/**
 * What no person's role may do with logs. Log groups have no policy that could deny, and their deletion protection holds only
 * until somebody lifts it. `Unmask` is no call of its own: it lets a query show what masking hides.
 */
export const DENIED_ON_LOGS: readonly string[] = [...LOG_TAMPERING, "Unmask"].map((action) => `logs:${action}`);
