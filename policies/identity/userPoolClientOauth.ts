import type { Field } from "../engine/field";
import type { Outcome, Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { CLIENTS } from "../shared/userPools";

const LOCAL = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])([:/?#]|$)/i;

export const userPoolClientOauth = rule({
  id: "user-pool-client-oauth",
  title: "Sign-in returns codes, not tokens, and only to addresses of ours",
  family: "identity",
  severity: "high",
  controls: ["164.312(d)", "164.312(e)(1)"],
  remediation: "Set allowedOauthFlows to code, and write every callback and logout address out, with https",
  types: CLIENTS,
  check: (client): Outcomes => [
    client.at("allowedOauthFlows").items.map((each) => {
      if (each.unknown) return each.later();
      return each.text?.toLowerCase() === "implicit"
        ? each.refuse("puts tokens into addresses, and so into histories and logs")
        : undefined;
    }),
    ["callbackUrls", "logoutUrls", "defaultRedirectUri"].flatMap((each) => client.at(each).items.map(address)),
  ],
});

function address(field: Field): Outcome | undefined {
  if (field.unknown) return field.later();
  const { text = "" } = field;
  if (text.includes("*")) return field.refuse("whoever finds a page that fits gets the codes of our users");
  return /^http:/i.test(text) && !LOCAL.test(text)
    ? field.refuse("the code of a sign-in travels in the clear")
    : undefined;
}
