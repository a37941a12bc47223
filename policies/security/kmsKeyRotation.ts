import { isTrue } from "../engine/expect";
import { rule } from "../rule";

/** AWS rotates only symmetric encryption keys whose material it made itself. */
export const kmsKeyRotation = rule({
  id: "kms-key-rotation",
  title: "Customer-managed keys rotate every year",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set enableKeyRotation to true",
  types: ["aws:kms/key:Key"],
  check: (key) => {
    const [usage, spec, legacySpec] = [key.at("keyUsage"), key.at("keySpec"), key.at("customerMasterKeySpec")];
    const unknown = [usage, spec, legacySpec].find((each) => each.unknown);
    if (unknown) return unknown.later();
    const symmetric = [spec, legacySpec].every((each) => each.absent || each.text === "SYMMETRIC_DEFAULT");
    const rotates = symmetric && (usage.absent || usage.text === "ENCRYPT_DECRYPT");
    const elsewhere = !key.at("customKeyStoreId").absent || !key.at("xksKeyId").absent;
    return rotates && !elsewhere ? isTrue(key.at("enableKeyRotation"), "the key is never rotated") : undefined;
  },
});
