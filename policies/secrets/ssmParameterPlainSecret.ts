import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { noSecret } from "../shared/secretText";

export const ssmParameterPlainSecret = rule({
  id: "ssm-parameter-plain-secret",
  title: "Parameters that hold a secret are SecureStrings",
  family: "secrets",
  severity: "high",
  controls: ["164.312(a)(2)(iv)", "164.312(a)(1)"],
  remediation: "Set type to SecureString with keyId and valueWo, or keep it in Secrets Manager",
  types: ["aws:ssm/parameter:Parameter"],
  check: (parameter): Outcomes => {
    const type = parameter.at("type");
    if (type.unknown) return type.later();
    if (type.text === "SecureString") return undefined;
    const name = parameter.at("name").text ?? parameter.name;
    const last = name.split("/").at(-1) ?? name;
    return ["value", "insecureValue"].map((each) => {
      const value = parameter.at(each);
      return value.unknown ? value.later() : noSecret(last, value);
    });
  },
});
