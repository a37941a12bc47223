import type { Outcomes } from "../engine/outcome";
import type { Value } from "../engine/value";
import { rule } from "../rule";
import { type Block, isBlock, readDocument, textsOf } from "../shared/document";
import { narrows } from "../shared/conditions";
import { isSpecific } from "../shared/specific";
import { namesIdentity } from "../shared/tokens";

const PROVIDER = /:oidc-provider\/([^:]+)$/;

export const roleTrustWebIdentity = rule({
  id: "role-trust-web-identity",
  title: "A role trusted to an OpenID Connect provider says which of its identities may assume it",
  family: "access",
  severity: "critical",
  controls: ["164.312(d)", "164.312(a)(1)"],
  remediation:
    "Add a condition on <provider>:sub that names the repository and branch, the service account or the client",
  types: ["aws:iam/role:Role"],
  check: (role): Outcomes => {
    const trust = role.at("assumeRolePolicy");
    if (trust.absent) return undefined;
    const document = readDocument(trust.value);
    if (document.state === "notKnown") return trust.later();
    if (document.state === "unreadable") return undefined;
    return document.statements.map((statement, index): Outcomes => {
      const { Principal: principal, Effect: effect, Condition: condition } = statement;
      const guests = guestsOf(statement);
      if (guests) return trust.refuse(`statement ${String(index + 1)} lets in anyone who has not signed in`);
      const federated = isBlock(principal) ? textsOf(principal["Federated"]) : [];
      const provider = federated.map((each) => PROVIDER.exec(each)?.[1]).find((each) => each !== undefined);
      if (effect === "Deny" || provider === undefined) return undefined;
      if (narrows(condition) === "notKnown") return trust.later();
      const claims = claimsOf(condition, provider.toLowerCase());
      const open = claims.map(([key, values]) => values.find((each) => !isSpecific(key, each) || !namesIdentity(each)));
      // All of them have to hold, so one that names somebody is enough.
      if (open.includes(undefined)) return undefined;
      const [first] = open;
      const who = first === undefined ? "every identity" : `every identity that matches ${first}`;
      return trust.refuse(`statement ${String(index + 1)} lets in ${who} of ${provider}`);
    });
  },
});

/** The identity pool's own word for people without an account. */
function guestsOf({ Effect: effect, Condition: condition }: Block): boolean {
  const keys = isBlock(condition) ? Object.values(condition).filter(isBlock) : [];
  const levels = keys.flatMap((each) => textsOf(each["cognito-identity.amazonaws.com:amr"]));
  return effect !== "Deny" && levels.some((each) => /^(un\*?authenticated|\*)$/.test(each));
}

/** What has to hold of the token, by key: claims that say whose it is. */
function claimsOf(condition: Value | undefined, provider: string): readonly (readonly [string, readonly string[]])[] {
  if (!isBlock(condition)) return [];
  return Object.entries(condition).flatMap(([operator, keys]: [string, Value]) =>
    /^(foranyvalue:)?string(equals|equalsignorecase|like)$/i.test(operator) && isBlock(keys)
      ? Object.entries(keys)
          .filter(
            ([key]) => key.toLowerCase() === `${provider}:sub` || /:(job_workflow_ref|repository_id|azp)$/i.test(key),
          )
          .map(([key, values]: [string, Value]) => [key, textsOf(values)] as const)
          .filter(([, values]) => values.length > 0)
      : [],
  );
}
