import { isOneOf } from "../engine/expect";
import type { Field } from "../engine/field";
import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { ourKey } from "../shared/key";

const WORKGROUP = "aws:athena/workgroup:Workgroup";

export const athenaEncryption = rule({
  id: "athena-encryption",
  title: "Query results are encrypted with a customer-managed key",
  family: "encryption-at-rest",
  severity: "high",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set encryptionConfiguration to SSE_KMS with a key of this project",
  types: [WORKGROUP, "aws:athena/database:Database"],
  check: (resource) => {
    if (resource.type !== WORKGROUP) return results(resource.at("encryptionConfiguration"), "kmsKey");
    const configuration = resource.at("configuration");
    const managed = configuration.at("managedQueryResultsConfiguration");
    if (managed.at("enabled").flag === true)
      return ourKey(managed.at("encryptionConfiguration", "kmsKey"), "query results are encrypted");
    const enforced = configuration.at("enforceWorkgroupConfiguration");
    return [
      results(configuration.at("resultConfiguration", "encryptionConfiguration"), "kmsKeyArn"),
      enforced.flag === false
        ? enforced.refuse(
            "anyone who runs a query may choose to leave its result unencrypted",
            "Leave it out, or set it to true",
          )
        : undefined,
    ];
  },
});

function results(encryption: Field, key: string): Outcomes {
  return [
    isOneOf(
      encryption.at("encryptionOption"),
      ["SSE_KMS", "CSE_KMS"],
      "query results are not encrypted with a key of this project",
    ),
    ourKey(encryption.at(key), "query results are encrypted"),
  ];
}
