import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const backupVaultEncryption = rule({
  id: "backup-vault-encryption",
  title: "Backup vaults encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.308(a)(7)(ii)(A)"],
  remediation: "Set kmsKeyArn to a key of this project in the vault's region",
  types: ["aws:backup/vault:Vault"],
  check: (vault) => ourKey(vault.at("kmsKeyArn"), "backups are encrypted"),
});
