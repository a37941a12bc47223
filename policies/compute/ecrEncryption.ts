import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const ecrEncryption = rule({
  id: "ecr-encryption",
  title: "Image repositories encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation:
    "Set encryptionConfigurations to encryptionType KMS and kmsKey to a key of this project; it can only be set at creation",
  types: ["aws:ecr/repository:Repository", "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate"],
  check: (repository) => {
    const encryption = repository.at("encryptionConfigurations");
    const type = encryption.at("encryptionType");
    if (type.unknown) return type.later();
    if (!/^KMS(_DSSE)?$/.test(type.text ?? ""))
      return encryption.refuse("images are encrypted with AES256, a key that AWS owns");
    return ourKey(encryption.at("kmsKey"), "images are encrypted");
  },
});
