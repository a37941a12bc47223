import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

/** The property that names the key. Types with `storageEncrypted` are stored in the clear unless it is true. */
const KEYS: Readonly<Record<string, string>> = {
  "aws:docdb/cluster:Cluster": "kmsKeyId",
  "aws:docdb/elasticCluster:ElasticCluster": "kmsKeyId",
  "aws:neptune/cluster:Cluster": "kmsKeyArn",
  "aws:neptunegraph/graph:Graph": "kmsKeyIdentifier",
};
const OPTIONAL = ["aws:docdb/cluster:Cluster", "aws:neptune/cluster:Cluster"];

export const docdbNeptuneEncryption = rule({
  id: "docdb-neptune-encryption",
  title: "DocumentDB and Neptune encrypt their storage with a customer-managed key",
  family: "encryption-at-rest",
  severity: "critical",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set storageEncrypted to true and name a key of this project",
  types: Object.keys(KEYS),
  check: (cluster) => [
    OPTIONAL.includes(cluster.type)
      ? isTrue(cluster.at("storageEncrypted"), "the cluster's storage is not encrypted")
      : undefined,
    ourKey(cluster.at(KEYS[cluster.type] ?? "kmsKeyId"), "the cluster's storage is encrypted"),
  ],
});
