import { rule } from "../rule";

/** A week of daily backups: what a minimum must be to outlive a bad weekend. */
const LEAST_DAYS = 7;

export const backupVaultLockEffective = rule({
  id: "backup-vault-lock-effective",
  title: "A vault's lock keeps backups for a week or more",
  family: "effective-settings",
  severity: "high",
  controls: ["164.308(a)(7)(ii)(A)", "164.312(c)(1)"],
  remediation: "Set minRetentionDays to 35 or more",
  types: [
    "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
    "aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault",
  ],
  lenientWhenEphemeral: true,
  check: (lock) => {
    const days = lock.at("minRetentionDays");
    if (days.unknown) return days.later();
    return (days.number ?? 0) >= LEAST_DAYS
      ? undefined
      : days.refuse("a backup may be created with an immediate expiry, and the lock does not keep it");
  },
});
