import type { Given, World } from "../runner";

export const KEY = "arn:aws:kms:us-east-1:111122223333:key/0f3c2a1b-4d5e-4f60-8a7b-9c0d1e2f3a4b";
export const AWS_KEY = "arn:aws:kms:us-east-1:111122223333:alias/aws/service";

/** One situation and what a rule makes of it. */
export interface Case {
  readonly what: string;
  readonly given: readonly Given[];
  readonly world?: World;
}

export interface Rejected extends Case {
  readonly says: RegExp;
}

/** Everything that is tried on one rule. `defers`: not judged yet, but said so. */
export interface RuleCases {
  readonly accepts: readonly Case[];
  readonly rejects: readonly Rejected[];
  readonly defers?: readonly Case[];
}

export type CaseTable = Readonly<Record<string, RuleCases>>;

/** A stack of one resource. */
export const one = (type: string, props: Record<string, unknown>, opts?: Given["opts"]): Given[] => [
  { type: `aws:${type}`, name: "it", props, ...(opts && { opts }) },
];

export const ok = (what: string, given: readonly Given[], world?: World): Case => ({
  what,
  given,
  ...(world && { world }),
});
export const bad = (what: string, says: RegExp, given: readonly Given[], world?: World): Rejected => ({
  ...ok(what, given, world),
  says,
});

/** The cases of every rule that only asks for a key of ours in one property. */
export function keyCases(type: string, wrap: (key: unknown) => Record<string, unknown>, later: string): RuleCases {
  return {
    accepts: [
      ok("the ARN of a key", one(type, wrap(KEY))),
      ok("the id of a multi-region key", one(type, wrap("mrk-0f3c2a1b4d5e4f608a7b9c0d1e2f3a4b"))),
      ok("an alias of ours", one(type, wrap("alias/telehealth-prod"))),
    ],
    rejects: [
      bad("no key", /no key named/, one(type, wrap(undefined))),
      bad("a key that is null", /no key named/, one(type, wrap(null))),
      bad("an empty key", /no key named/, one(type, wrap(""))),
      bad("the key that AWS manages", /key that AWS manages/, one(type, wrap(AWS_KEY))),
      bad("its alias", /key that AWS manages/, one(type, wrap("alias/aws/service"))),
      bad("a key that is a number", /not the ARN or id/, one(type, wrap(0))),
      bad("a key that is false", /not the ARN or id/, one(type, wrap(false))),
    ],
    defers: [ok("a key that is made in the same update", one(type, wrap(later)))],
  };
}

/** A value as a test's name shows it. */
export const written = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value));
