import { isOneOf } from "../engine/expect";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const xrayEncryption = rule({
  id: "xray-encryption",
  title: "Traces are encrypted with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)", "164.312(b)"],
  remediation: "Set type to KMS and keyId to a key of this project",
  types: ["aws:xray/encryptionConfig:EncryptionConfig"],
  check: (config) => [
    isOneOf(config.at("type"), ["KMS"], "traces are encrypted with a key that AWS owns"),
    ourKey(config.at("keyId"), "traces are encrypted"),
  ],
});
