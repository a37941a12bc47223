import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/instance:Instance";
const GLOBALS = [
  "aws:rds/globalCluster:GlobalCluster",
  "aws:docdb/globalCluster:GlobalCluster",
  "aws:neptune/globalCluster:GlobalCluster",
];

export const rdsEncryption = rule({
  id: "rds-encryption",
  title: "Aurora, RDS and global clusters encrypt their storage with a customer-managed key",
  family: "encryption-at-rest",
  severity: "critical",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set storageEncrypted to true and kmsKeyId to a key of this project",
  types: [CLUSTER, INSTANCE, ...GLOBALS],
  check: (database) => {
    const encrypted = isTrue(database.at("storageEncrypted"), "the database's storage is not encrypted");
    // A global cluster has no key of its own, and takes everything from the cluster it is made of.
    if (GLOBALS.includes(database.type)) return database.at("sourceDbClusterIdentifier").absent ? encrypted : undefined;
    // A replica in the same region shares the storage key of its source, and AWS refuses another one.
    // A source in another region is written as an ARN, and there the replica needs a key of its own.
    const source = database.at("replicateSourceDb");
    const sharesKey = !source.absent && !source.text?.startsWith("arn:");
    if (sharesKey && database.at("storageEncrypted").absent && database.at("kmsKeyId").absent) return undefined;
    return [encrypted, ourKey(database.at("kmsKeyId"), "the database's storage is encrypted")];
  },
});
