import { LATER } from "../runner";
import { bad, type CaseTable, KEY, keyCases, ok, one, written } from "./case";

const kmsKey = (props: Record<string, unknown>) => one("kms/key:Key", props);

export const keysAndSecrets: CaseTable = {
  "kms-key-rotation": {
    accepts: [
      ok("rotation", kmsKey({ enableKeyRotation: true })),
      ok("a multi-region key", kmsKey({ enableKeyRotation: true, multiRegion: true })),
      ok("an asymmetric key", kmsKey({ customerMasterKeySpec: "RSA_2048", keyUsage: "SIGN_VERIFY" })),
      ok("an HMAC key", kmsKey({ customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" })),
      ok("a key in a store of one's own", kmsKey({ customKeyStoreId: "cks-1" })),
    ],
    rejects: [
      ...[undefined, false, null, "false", 0].map((enableKeyRotation) =>
        bad(written(enableKeyRotation), /never rotated/, kmsKey({ enableKeyRotation })),
      ),
      bad("a symmetric key that says so", /never rotated/, kmsKey({ customerMasterKeySpec: "SYMMETRIC_DEFAULT" })),
    ],
    defers: [
      ok("an unknown flag", kmsKey({ enableKeyRotation: LATER })),
      ok("an unknown usage", kmsKey({ keyUsage: LATER })),
    ],
  },
  "kms-deletion-window": {
    accepts: [ok("AWS's default", kmsKey({})), ok("thirty days", kmsKey({ deletionWindowInDays: 30 }))],
    rejects: [
      bad("a week", /in less than a month/, kmsKey({ deletionWindowInDays: 7 })),
      bad("zero", /in less than a month/, kmsKey({ deletionWindowInDays: 0 })),
      bad("a replica", /in less than a month/, one("kms/replicaKey:ReplicaKey", { deletionWindowInDays: 10 })),
    ],
    defers: [ok("an unknown number", kmsKey({ deletionWindowInDays: LATER }))],
  },
  "secret-encryption": {
    ...keyCases("secretsmanager/secret:Secret", (kmsKeyId) => ({ kmsKeyId }), LATER),
    rejects: [
      bad("no key", /no key named/, one("secretsmanager/secret:Secret", {})),
      bad(
        "a replica without a key",
        /the replica is encrypted with no key/,
        one("secretsmanager/secret:Secret", { kmsKeyId: KEY, replicas: [{ region: "us-west-2" }] }),
      ),
    ],
  },
  "secret-recovery-window": {
    accepts: [
      ok("AWS's default", one("secretsmanager/secret:Secret", {})),
      ok("a week", one("secretsmanager/secret:Secret", { recoveryWindowInDays: 7 })),
    ],
    rejects: [bad("zero", /deleted immediately/, one("secretsmanager/secret:Secret", { recoveryWindowInDays: 0 }))],
    defers: [ok("an unknown number", one("secretsmanager/secret:Secret", { recoveryWindowInDays: LATER }))],
  },
  "ssm-parameter-encryption": {
    accepts: [
      ok("plain text that is no secret", one("ssm/parameter:Parameter", { type: "String" })),
      ok("a key of ours", one("ssm/parameter:Parameter", { type: "SecureString", keyId: KEY })),
    ],
    rejects: [bad("no key", /no key named/, one("ssm/parameter:Parameter", { type: "SecureString" }))],
    defers: [ok("an unknown key", one("ssm/parameter:Parameter", { type: "SecureString", keyId: LATER }))],
  },
};
