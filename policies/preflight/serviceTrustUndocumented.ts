import { rule } from "../rule";
import { keysAskedOf } from "../shared/serviceTrust";

export const serviceTrustUndocumented = rule({
  id: "service-trust-undocumented",
  title: "Trust policies do not depend on condition keys that a service is not documented to send",
  family: "preflight",
  severity: "low",
  controls: ["164.312(b)"],
  remediation: "Use an IfExists operator, such as StringEqualsIfExists: it holds whether or not the key is sent",
  types: ["aws:iam/role:Role"],
  level: "advisory",
  check: (role) => {
    const trust = role.at("assumeRolePolicy");
    if (trust.unknown) return trust.later();
    return keysAskedOf(trust)
      .filter(({ sent, key }) => sent.sends !== "never" && !sent.sends.includes(key))
      .map(({ service, key, sent }) =>
        trust.refuse(`AWS does not document that ${service} sends ${key} (${sent.source})`),
      );
  },
});
