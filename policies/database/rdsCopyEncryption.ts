import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const rdsCopyEncryption = rule({
  id: "rds-copy-encryption",
  title: "Copies, exports and replicated backups of databases keep a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set kmsKeyId to a key of this project in the copy's own region",
  types: [
    "aws:rds/snapshotCopy:SnapshotCopy",
    "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy",
    "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
    "aws:rds/exportTask:ExportTask",
    "aws:rds/clusterActivityStream:ClusterActivityStream",
  ],
  check: (copy) => ourKey(copy.at("kmsKeyId"), "the copy is encrypted"),
});
