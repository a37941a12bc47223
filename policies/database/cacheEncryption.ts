import { isTrue } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const NODE = "aws:elasticache/cluster:Cluster";
const DAX = "aws:dax/cluster:Cluster";

export const cacheEncryption = rule({
  id: "cache-encryption",
  title: "Caches encrypt their data, with a customer-managed key where AWS allows one",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Use a ReplicationGroup with atRestEncryptionEnabled true and kmsKeyId set to a key of this project",
  types: [GROUP, NODE, "aws:elasticache/serverlessCache:ServerlessCache", "aws:memorydb/cluster:Cluster", DAX],
  check: (cache) => {
    if (cache.type === DAX)
      return isTrue(
        cache.at("serverSideEncryption", "enabled"),
        "the cache is not encrypted",
        "Set serverSideEncryption.enabled to true",
      );
    if (cache.type === NODE) {
      // A node of a replication group takes its encryption from there; a node by itself cannot encrypt at all.
      const group = cache.at("replicationGroupId");
      if (group.unknown) return group.later();
      return group.absent
        ? group.refuse("a cache cluster without a replication group cannot encrypt its data")
        : undefined;
    }
    const key = cache.type.startsWith("aws:memorydb") ? "kmsKeyArn" : "kmsKeyId";
    return [
      cache.type === GROUP && cache.at("globalReplicationGroupId").absent
        ? isTrue(cache.at("atRestEncryptionEnabled"), "the cache is not encrypted")
        : undefined,
      ourKey(cache.at(key), "the cache is encrypted"),
    ];
  },
});
