import { isNotFalse, isOneOf, isTrue } from "../engine/expect";
import { rule } from "../rule";

const MEMORYDB = "aws:memorydb/cluster:Cluster";
const DAX = "aws:dax/cluster:Cluster";

export const cacheTls = rule({
  id: "cache-tls",
  title: "Caches encrypt traffic to and between their nodes",
  family: "encryption-in-transit",
  severity: "high",
  controls: ["164.312(e)(1)"],
  remediation: "Set transitEncryptionEnabled to true (MemoryDB: tlsEnabled, DAX: clusterEndpointEncryptionType TLS)",
  types: ["aws:elasticache/replicationGroup:ReplicationGroup", "aws:elasticache/cluster:Cluster", MEMORYDB, DAX],
  check: (cache) => {
    const problem = "the cache is read and written in clear text";
    if (cache.type === MEMORYDB) return isNotFalse(cache.at("tlsEnabled"), problem);
    if (cache.type === DAX) return isOneOf(cache.at("clusterEndpointEncryptionType"), ["TLS"], problem);
    // A member of a replication group takes its settings from there.
    if (cache.at("replicationGroupId").given || cache.at("replicationGroupId").unknown) return undefined;
    const mode = cache.at("transitEncryptionMode");
    return [
      isTrue(cache.at("transitEncryptionEnabled"), problem),
      mode.unknown
        ? mode.later()
        : mode.text === "preferred"
          ? mode.refuse("preferred also accepts connections without TLS")
          : undefined,
    ];
  },
});
