import { LATER } from "../runner";
import { bad, ok, one, type RuleCases } from "./case";

export const statement = (principal: unknown, more: object = {}) => ({
  Sid: "it",
  Effect: "Allow",
  Principal: principal,
  Action: "*",
  Resource: "*",
  ...more,
});
export const document = (...statements: object[]) => JSON.stringify({ Version: "2012-10-17", Statement: statements });
export const ROOT = statement({ AWS: "arn:aws:iam::111122223333:root" });
const TLS_ONLY = statement("*", { Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } });
export const DISTRIBUTION = "arn:aws:cloudfront::111122223333:distribution/E1EXAMPLE";
export const CDN = { Service: "cloudfront.amazonaws.com" };
export const narrowed = (operator: string, key: string, value: unknown) =>
  statement("*", { Condition: { [operator]: { [key]: value } } });

/** The cases of every rule that judges policy documents; `table` names the property of each type. */
export function policyCases(table: Readonly<Record<string, string>>, more: Partial<RuleCases> = {}): RuleCases {
  const all = Object.entries(table);
  const [[type, property] = ["", ""]] = all;
  return {
    accepts: [
      ...all.map(([kind, where]) =>
        ok(`an account named on ${kind}`, one(kind, { [where]: document(ROOT, TLS_ONLY) })),
      ),
      ok(
        "an organisation",
        one(type, { [property]: document(narrowed("StringEquals", "aws:PrincipalOrgID", "o-exampleorg")) }),
      ),
      ok(
        "the account as the source",
        one(type, { [property]: document(narrowed("StringEquals", "aws:SourceAccount", "111122223333")) }),
      ),
      ...(more.accepts ?? []),
    ],
    rejects: [
      ...all.map(([kind, where]) =>
        bad(
          `everyone on ${kind}`,
          /statement it grants access to everyone/,
          one(kind, { [where]: document(ROOT, statement("*")) }),
        ),
      ),
      bad(
        "everyone, written as an object",
        /grants access to everyone/,
        one(type, { [property]: { Statement: statement({ AWS: ["*"] }) } }),
      ),
      bad(
        "everyone but one",
        /NotPrincipal/,
        one(type, {
          [property]: document({
            Effect: "Allow",
            NotPrincipal: { AWS: "arn:aws:iam::111122223333:root" },
            Action: "*",
            Resource: "*",
          }),
        }),
      ),
      bad(
        "a condition on encryption in transit only",
        /grants access to everyone/,
        one(type, { [property]: document(narrowed("Bool", "aws:SecureTransport", "true")) }),
      ),
      ...(more.rejects ?? []),
    ],
    defers: [ok("a policy that is not known", one(type, { [property]: LATER }))],
  };
}
