import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { CLIENTS } from "../shared/userPools";

const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$)/i;

export const userPoolClientOauth = rule({
  id: "user-pool-client-oauth",
  title: "Sign-in returns codes, not tokens, and only to our own addresses",
  family: "identity",
  severity: "high",
  controls: ["164.312(d)", "164.312(e)(1)"],
  remediation: "Set allowedOauthFlows to code, and list every callback and logout URL in full, with https",
  types: CLIENTS,
  check: (client): Outcomes => [
    client.at("allowedOauthFlows").items.map((each) => {
      if (each.unknown) return each.later();
      return each.text?.toLowerCase() === "implicit"
        ? each.refuse("puts tokens into URLs, and so into browser histories and logs")
        : undefined;
    }),
    ["callbackUrls", "logoutUrls", "defaultRedirectUri"].flatMap((each) => client.at(each).items.map(address)),
  ],
});

function address(field: Field): Outcome | undefined {
  if (field.unknown) return field.later();
  const { text = "" } = field;
  if (text.includes("*")) return field.refuse("anyone who controls a matching page gets our users' codes");
  return /^http:/i.test(text) && !LOCAL.test(text) ? field.refuse("the sign-in code travels in clear text") : undefined;
}
