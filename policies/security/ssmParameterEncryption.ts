import { rule } from "../rule";
import { ourKey } from "../shared/key";

export const ssmParameterEncryption = rule({
  id: "ssm-parameter-encryption",
  title: "Secure parameters encrypt with a customer-managed key",
  family: "encryption-at-rest",
  severity: "medium",
  controls: ["164.312(a)(2)(iv)"],
  remediation: "Set keyId to a key of this project",
  types: ["aws:ssm/parameter:Parameter"],
  check: (parameter) => {
    const type = parameter.at("type");
    if (type.unknown) return type.later();
    return type.text === "SecureString" ? ourKey(parameter.at("keyId"), "the parameter is encrypted") : undefined;
  },
});
