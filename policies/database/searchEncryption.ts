import { isTrue } from "../engine/expect";
import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { isBlock, parseJson } from "../shared/document";
import { ourKey } from "../shared/key";

const SERVERLESS = "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy";
const KENDRA = "aws:kendra/index:Index";

export const searchEncryption = rule({
  id: "search-encryption",
  title: "Search indexes encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encryptAtRest.enabled to true and kmsKeyId to a key of this project, not AWSOwnedKey",
  types: ["aws:opensearch/domain:Domain", "aws:elasticsearch/domain:Domain", SERVERLESS, KENDRA],
  check: (search) => {
    if (search.type === SERVERLESS)
      return search.at("type").text === "encryption" ? ownsKey(search.at("policy")) : undefined;
    if (search.type === KENDRA)
      return ourKey(search.at("serverSideEncryptionConfiguration", "kmsKeyId"), "the index is encrypted");
    return [
      isTrue(search.at("encryptAtRest", "enabled"), "the domain stores its indexes unencrypted"),
      ourKey(search.at("encryptAtRest", "kmsKeyId"), "the domain is encrypted"),
    ];
  },
});

function ownsKey(policy: Field): Outcomes {
  if (policy.unknown) return policy.later();
  const document = policy.text === undefined ? policy.value : parseJson(policy.text);
  if (!isBlock(document)) return policy.refuse("is not a readable encryption policy");
  return document["AWSOwnedKey"] === true || typeof document["KmsARN"] !== "string"
    ? policy.refuse(
        "the collection is encrypted with a key that AWS owns",
        "Set AWSOwnedKey to false and KmsARN to a key of this project",
      )
    : undefined;
}
