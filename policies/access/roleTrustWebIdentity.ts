import type { Outcomes } from "../engine/outcome";
import { rule } from "../rule";
import { type Block, isBlock, readDocument, textsOf } from "../shared/document";
import { narrows } from "../shared/conditions";

const PROVIDER = /:oidc-provider\/([^:]+)$/;

export const roleTrustWebIdentity = rule({
  id: "role-trust-web-identity",
  title: "A role for an OpenID Connect provider says which of its identities may take it",
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
      if (guests) return trust.refuse(`statement ${String(index + 1)} lets in whoever has not signed in`);
      const federated = isBlock(principal) ? textsOf(principal["Federated"]) : [];
      const provider = federated.map((each) => PROVIDER.exec(each)?.[1]).find((each) => each !== undefined);
      if (effect === "Deny" || provider === undefined) return undefined;
      const subject = subjectsOf(condition, provider);
      if (narrows(condition) === "notKnown") return trust.later();
      const open = subject.find((each) => !namesSomebody(each));
      if (subject.length > 0 && open === undefined) return undefined;
      const who = open === undefined ? "every identity" : `every identity that fits ${open}`;
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

/** Values of the subject under an operator that must hold. */
function subjectsOf(condition: unknown, provider: string): readonly string[] {
  if (typeof condition !== "object" || condition === null) return [];
  return Object.entries(condition).flatMap(([operator, keys]: [string, unknown]) => {
    if (
      !/^(foranyvalue:)?string(equals|equalsignorecase|like)$/i.test(operator) ||
      typeof keys !== "object" ||
      keys === null
    )
      return [];
    return Object.entries(keys).flatMap(([key, values]: [string, unknown]) => {
      const wanted =
        key.toLowerCase() === `${provider.toLowerCase()}:sub` || /:(job_workflow_ref|repository_id|azp)$/i.test(key);
      if (!wanted) return [];
      return (Array.isArray(values) ? values : [values]).filter((each) => typeof each === "string");
    });
  });
}

/** `repo:*` and `repo:*\/api:*` are anybody's; `repo:example/*` is one organisation of ours. */
function namesSomebody(subject: string): boolean {
  const [fixed = "", ...wild] = subject.trim().split(/[*?]/);
  if (/\$\{[^}]*:(?:sub|azp|job_workflow_ref|repository_id)\}/i.test(subject)) return false;
  if (wild.length === 0) return fixed !== "";
  if (/^(?:repo:|project_path:|system:serviceaccount:|org(?:anization)?:)?$/i.test(fixed)) return false;
  // An owner's whole name in front of the first wildcard.
  return /^[\w-]+:[^:/]+[:/]/.test(fixed);
}
