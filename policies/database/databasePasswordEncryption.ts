import { rule } from "../rule";
import { ourKey } from "../shared/key";

/** Which property asks AWS to keep the password, and which one names the key it is kept with. */
const PROPERTIES: Readonly<Record<string, readonly [string, string]>> = {
  "aws:rds/cluster:Cluster": ["manageMasterUserPassword", "masterUserSecretKmsKeyId"],
  "aws:rds/instance:Instance": ["manageMasterUserPassword", "masterUserSecretKmsKeyId"],
  "aws:redshift/cluster:Cluster": ["manageMasterPassword", "masterPasswordSecretKmsKeyId"],
  "aws:redshiftserverless/namespace:Namespace": ["manageAdminPassword", "adminPasswordSecretKmsKeyId"],
};

export const databasePasswordEncryption = rule({
  id: "database-password-encryption",
  title: "Database passwords that AWS manages are encrypted with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)", "164.312(d)"],
  remediation: "Name a key of this project beside the flag that lets AWS manage the password",
  types: Object.keys(PROPERTIES),
  check: (database) => {
    const [managed, key] = PROPERTIES[database.type] ?? ["", ""];
    if (database.at(managed).unknown) return database.at(managed).later();
    return database.at(managed).flag === true
      ? ourKey(database.at(key), "the password's secret is encrypted")
      : undefined;
  },
});
