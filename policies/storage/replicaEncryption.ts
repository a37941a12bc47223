import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { BUCKET, bucketOf, isLogTarget } from "../shared/buckets";
import { ourKey } from "../shared/key";

const CONFIG = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
const EFS = "aws:efs/replicationConfiguration:ReplicationConfiguration";

/** S3 leaves out objects under a KMS key unless it is told to take them: the replica of such a bucket stays empty. */
export const replicaEncryption = rule({
  id: "replica-encryption",
  title: "Buckets and file systems are replicated, and replicas are encrypted with a key of their own region",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.308(a)(7)(ii)(A)"],
  remediation:
    "Set sourceSelectionCriteria.sseKmsEncryptedObjects.status to Enabled and the destination's replicaKmsKeyId",
  types: [CONFIG, BUCKET, EFS],
  check: (resource) => {
    if (resource.type !== EFS) return undefined;
    const destination = resource.at("destination");
    if (destination.unknown) return destination.later();
    // A file system that exists already has its key.
    return destination.at("fileSystemId").absent
      ? ourKey(destination.at("kmsKeyId"), "the replica is encrypted", "Set destination.kmsKeyId")
      : undefined;
  },
  checkInStack: (resource, stack) => {
    if (resource.type === EFS) return undefined;
    const rules = resource.at(...(resource.type === CONFIG ? ["rules"] : ["replicationConfiguration", "rules"]));
    const source = resource.type === CONFIG ? bucketOf(resource, stack) : resource;
    if (source && isLogTarget(source, stack)) return undefined;
    const states = rules.items.map((each) => each.at("status"));
    if (states.length > 0 && states.every(({ text }) => text === "Disabled"))
      return states[0]?.refuse("nothing is replicated", "Set status to Enabled");
    return rules.items.map((each) => replicated(each));
  },
});

function replicated(replication: Field): Outcomes {
  if (replication.unknown) return replication.later();
  if (replication.at("status").text === "Disabled") return undefined;
  const taken = replication.at("sourceSelectionCriteria", "sseKmsEncryptedObjects");
  const status = taken.at("status").absent ? taken.at("enabled") : taken.at("status");
  const destination = replication.at("destination");
  const key = destination.at("encryptionConfiguration", "replicaKmsKeyId");
  return [
    status.unknown
      ? status.later()
      : status.text === "Enabled" || status.flag === true
        ? undefined
        : status.refuse("objects encrypted with KMS are not replicated"),
    ourKey(key.absent ? destination.at("replicaKmsKeyId") : key, "the replica is encrypted"),
  ];
}
