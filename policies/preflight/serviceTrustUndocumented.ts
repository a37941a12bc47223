import { rule } from "../rule";
import { keysAskedOf } from "../shared/serviceTrust";

export const serviceTrustUndocumented = rule({
  id: "service-trust-undocumented",
  title: "A role's trust policy does not depend on what a service is not documented to send",
  family: "preflight",
  severity: "low",
  controls: ["164.312(b)"],
  remediation:
    "Write the operator with IfExists, such as StringEqualsIfExists: it holds whether the key is sent or not",
  types: ["aws:iam/role:Role"],
  level: "advisory",
  check: (role) => {
    const trust = role.at("assumeRolePolicy");
    if (trust.unknown) return trust.later();
    return keysAskedOf(trust)
      .filter(({ sent, key }) => sent.sends !== "never" && !sent.sends.includes(key))
      .map(({ service, key, sent }) => trust.refuse(`AWS does not say that ${service} sends ${key} (${sent.source})`));
  },
});
