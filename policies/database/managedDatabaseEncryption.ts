import { rule } from "../rule";
import { ourKey } from "../shared/key";

/** Databases that always encrypt: what matters is whose key it is. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  "aws:keyspaces/table:Table": ["encryptionSpecification", "kmsKeyIdentifier"],
  "aws:qldb/ledger:Ledger": ["kmsKey"],
  "aws:dsql/cluster:Cluster": ["kmsEncryptionKey"],
  "aws:timestreamwrite/database:Database": ["kmsKeyId"],
  "aws:dms/replicationInstance:ReplicationInstance": ["kmsKeyArn"],
  "aws:dms/replicationConfig:ReplicationConfig": ["computeConfig", "kmsKeyId"],
  "aws:s3tables/tableBucket:TableBucket": ["encryptionConfiguration", "kmsKeyArn"],
};

export const managedDatabaseEncryption = rule({
  id: "managed-database-encryption",
  title: "Keyspaces, QLDB, Aurora DSQL, Timestream, DMS and S3 Tables encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Name a key of this project",
  types: Object.keys(KEYS),
  check: (database) => ourKey(database.at(...(KEYS[database.type] ?? [])), "data is encrypted"),
});
