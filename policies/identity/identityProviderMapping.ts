import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { decidesRights } from "../shared/userPools";

export const identityProviderMapping = rule({
  id: "identity-provider-mapping",
  title: "External providers do not decide a user's role or organization",
  family: "identity",
  severity: "critical",
  controls: ["164.312(a)(1)", "164.312(d)"],
  remediation: "Map names and e-mail only; roles are assigned in the pool",
  types: ["aws:cognito/identityProvider:IdentityProvider"],
  check: (provider): Outcomes => {
    const kind = provider.at("providerType");
    const mapping = provider.at("attributeMapping");
    const issuer = provider.at("providerDetails", "oidc_issuer");
    const plain = issuer.unknown
      ? issuer.later()
      : /^http:/i.test(issuer.text ?? "")
        ? issuer.refuse("the provider's keys travel over plain HTTP")
        : undefined;
    if (kind.unknown || mapping.unknown) return [plain, kind.unknown ? kind.later() : mapping.later()];
    // By SAML an organisation signs its own staff in, and may say what they are.
    if (kind.text === "SAML" || typeof mapping.value !== "object" || mapping.value === null) return plain;
    const wrong = Object.keys(mapping.value).find((each) => each !== "username" && decidesRights(each));
    return [
      plain,
      wrong === undefined ? undefined : mapping.refuse(`${wrong} is whatever ${kind.text ?? "the provider"} says`),
    ];
  },
});
