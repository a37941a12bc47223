import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const CLUSTER = "aws:redshift/cluster:Cluster";

export const redshiftEncryption = rule({
  id: "redshift-encryption",
  title: "Redshift encrypts with a customer-managed key",
  family: "encryption-at-rest",
  severity: "critical",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encrypted to true and kmsKeyId to a key of this project",
  types: [CLUSTER, "aws:redshiftserverless/namespace:Namespace", "aws:redshift/snapshotCopyGrant:SnapshotCopyGrant"],
  check: (warehouse) => [
    warehouse.type === CLUSTER ? isTrue(warehouse.at("encrypted"), "the warehouse is not encrypted") : undefined,
    ourKey(warehouse.at("kmsKeyId"), "the warehouse is encrypted"),
  ],
});
