import { rule } from "../rule";
import { keysAskedOf } from "../shared/serviceTrust";

export const serviceTrustNeverSent = rule({
  id: "service-trust-never-sent",
  title: "A role's trust policy asks a service only for what the service sends",
  family: "preflight",
  severity: "high",
  controls: ["164.312(b)"],
  remediation: "Leave the condition out for this service; iam:PassRole already keeps the role to its own account",
  types: ["aws:iam/role:Role"],
  check: (role) => {
    const trust = role.at("assumeRolePolicy");
    if (trust.unknown) return trust.later();
    return keysAskedOf(trust)
      .filter(({ sent }) => sent.sends === "never")
      .map(({ service, key, sent }) =>
        trust.refuse(`${service} sends no ${key}, so it can never take this role (${sent.source})`),
      );
  },
});
