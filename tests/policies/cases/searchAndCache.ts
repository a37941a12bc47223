import { LATER } from "../runner";
import { bad, type CaseTable, KEY, ok, one } from "./case";

const DOMAIN = "opensearch/domain:Domain";
const COLLECTION = "opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy";
const encryption = (more: object) => ({
  type: "encryption",
  policy: JSON.stringify({ Rules: [{ ResourceType: "collection", Resource: ["collection/notes"] }], ...more }),
});

export const searchAndCache: CaseTable = {
  "cache-encryption": {
    accepts: [
      ok(
        "a replication group",
        one("elasticache/replicationGroup:ReplicationGroup", { atRestEncryptionEnabled: true, kmsKeyId: KEY }),
      ),
      ok("a node of a group", one("elasticache/cluster:Cluster", { replicationGroupId: "group" })),
      ok("MemoryDB", one("memorydb/cluster:Cluster", { kmsKeyArn: KEY })),
      ok("DAX", one("dax/cluster:Cluster", { serverSideEncryption: { enabled: true } })),
    ],
    rejects: [
      bad(
        "a group that says nothing",
        /not encrypted/,
        one("elasticache/replicationGroup:ReplicationGroup", { kmsKeyId: KEY }),
      ),
      bad(
        "a group without a key",
        /no key/,
        one("elasticache/replicationGroup:ReplicationGroup", { atRestEncryptionEnabled: true }),
      ),
      bad("a node by itself", /cannot encrypt/, one("elasticache/cluster:Cluster", { engine: "redis" })),
      bad("a serverless cache without a key", /no key/, one("elasticache/serverlessCache:ServerlessCache", {})),
      bad("MemoryDB without a key", /no key/, one("memorydb/cluster:Cluster", {})),
      bad("DAX in the clear", /not encrypted/, one("dax/cluster:Cluster", {})),
    ],
    defers: [ok("an unknown key", one("memorydb/cluster:Cluster", { kmsKeyArn: LATER }))],
  },
  "search-encryption": {
    accepts: [
      ok("a domain", one(DOMAIN, { encryptAtRest: { enabled: true, kmsKeyId: KEY } })),
      ok("a collection", one(COLLECTION, encryption({ KmsARN: KEY }))),
      ok("a network policy", one(COLLECTION, { type: "network", policy: "[]" })),
      ok("Kendra", one("kendra/index:Index", { serverSideEncryptionConfiguration: { kmsKeyId: KEY } })),
    ],
    rejects: [
      bad("a domain in the clear", /unencrypted/, one(DOMAIN, {})),
      bad(
        "an old domain without a key",
        /no key/,
        one("elasticsearch/domain:Domain", { encryptAtRest: { enabled: true } }),
      ),
      bad("a collection with the key of AWS", /AWS owns/, one(COLLECTION, encryption({ AWSOwnedKey: true }))),
      bad("a policy that is not valid JSON", /not a readable/, one(COLLECTION, { type: "encryption", policy: "no" })),
      bad("Kendra without a key", /no key/, one("kendra/index:Index", {})),
    ],
    defers: [ok("an unknown policy", one(COLLECTION, { type: "encryption", policy: LATER }))],
  },
  "redshift-encryption": {
    accepts: [
      ok("a cluster", one("redshift/cluster:Cluster", { encrypted: "true", kmsKeyId: KEY })),
      ok("a namespace", one("redshiftserverless/namespace:Namespace", { kmsKeyId: KEY })),
    ],
    rejects: [
      bad(
        "a cluster in the clear",
        /not encrypted/,
        one("redshift/cluster:Cluster", { encrypted: "false", kmsKeyId: KEY }),
      ),
      bad("a namespace without a key", /no key/, one("redshiftserverless/namespace:Namespace", {})),
    ],
    defers: [ok("an unknown key", one("redshiftserverless/namespace:Namespace", { kmsKeyId: LATER }))],
  },
};
