import { isOneOf, isTrue } from "../engine/expect";
import type { Outcomes } from "../engine/outcome";
import type { Resource } from "../engine/resource";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const CATALOG = "aws:glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings";

export const glueEncryption = rule({
  id: "glue-encryption",
  title: "Glue's catalogue, its passwords and what its jobs write are encrypted with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Use the KMS mode of each part with a key of this project",
  types: [CATALOG, "aws:glue/securityConfiguration:SecurityConfiguration"],
  check: (settings) => (settings.type === CATALOG ? catalog(settings) : jobs(settings)),
});

function catalog(settings: Resource): Outcomes {
  const all = settings.at("dataCatalogEncryptionSettings");
  const rest = all.at("encryptionAtRest");
  const passwords = all.at("connectionPasswordEncryption");
  return [
    isOneOf(
      rest.at("catalogEncryptionMode"),
      ["SSE-KMS", "SSE-KMS-WITH-SERVICE-ROLE"],
      "the catalogue is not encrypted",
      "DISABLED",
    ),
    ourKey(rest.at("sseAwsKmsKeyId"), "the catalogue is encrypted"),
    isTrue(passwords.at("returnConnectionPasswordEncrypted"), "passwords of connections are stored in clear text"),
    ourKey(passwords.at("awsKmsKeyId"), "passwords of connections are encrypted"),
  ];
}

function jobs(configuration: Resource): Outcomes {
  const parts = [
    ["s3Encryption", "s3EncryptionMode", "SSE-KMS"],
    ["cloudwatchEncryption", "cloudwatchEncryptionMode", "SSE-KMS"],
    ["jobBookmarksEncryption", "jobBookmarksEncryptionMode", "CSE-KMS"],
  ] as const;
  return parts.map(([part, mode, wanted]) => {
    const encryption = configuration.at("encryptionConfiguration", part);
    return [
      isOneOf(encryption.at(mode), [wanted], "it is not encrypted with KMS", "DISABLED"),
      ourKey(encryption.at("kmsKeyArn"), "it is encrypted"),
    ];
  });
}
