import { rule } from "../rule";
import { keysAskedOf } from "../shared/serviceTrust";

export const serviceTrustNeverSent = rule({
  id: "service-trust-never-sent",
  title: "Trust policies use only condition keys that the service sends",
  family: "preflight",
  severity: "high",
  controls: ["164.312(b)"],
  remediation: "Remove the condition for this service; iam:PassRole already keeps the role within its own account",
  types: ["aws:iam/role:Role"],
  check: (role) => {
    const trust = role.at("assumeRolePolicy");
    if (trust.unknown) return trust.later();
    return keysAskedOf(trust)
      .filter(({ sent }) => sent.sends === "never")
      .map(({ service, key, sent }) =>
        trust.refuse(`${service} does not send ${key}, so it can never assume this role (${sent.source})`),
      );
  },
});
