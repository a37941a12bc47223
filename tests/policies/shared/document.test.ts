import { strict as assert } from "node:assert";
import fc from "fast-check";
import { UNKNOWN, type Value } from "../../../policies/engine/value";
import { covers } from "../../../policies/shared/document";
import { type DocumentKind, publicGrants } from "../../../policies/shared/publicGrant";

import { allow, deny, of, to, type Verdict, verdict } from "./grants";

describe("whom a policy document lets in", () => {
  const account = "111122223333";
  const table: readonly (readonly [Verdict, string, Value | undefined, DocumentKind?])[] = [
    // Forms
    ["public", "a statement in a list", of(to("*"))],
    ["public", "a statement that is no list", { Statement: to("*") }],
    ["public", "JSON text", JSON.stringify(of(to("*")))],
    ["public", "JSON text with spaces around", ` ${JSON.stringify(of(to("*")))}\n`],
    ["private", "no statement", of()],
    ["private", "an empty document", {}],
    ["unreadable", "no JSON", "{"],
    ["unreadable", "an empty text", ""],
    ["unreadable", "a JSON list", "[]"],
    ["unreadable", "a JSON number", "1"],
    ["unreadable", "nothing", undefined],
    ["unreadable", "a statement that is a text", of("Allow")],
    ["unknown", "a document that is not known", UNKNOWN],
    ["unknown", "a statement that is not known", of(UNKNOWN)],
    ["public", "one bad statement among good ones", of(to({ AWS: account }), to("*"), deny({}))],

    // Principals
    ["public", "everyone as an object", of(to({ AWS: "*" }))],
    ["public", "everyone in a list", of(to({ AWS: [account, "*"] }))],
    ["public", "everyone as several wildcards", of(to({ AWS: "**" }))],
    ["public", "the roots of every account", of(to({ AWS: "arn:aws:iam::*:root" }))],
    ["public", "every user of any account", of(to({ AWS: "arn:aws:iam::*:user/admin" }))],
    ["public", "every service", of(to({ Service: "*" }))],
    ["public", "everyone but", of(allow({ NotPrincipal: { AWS: account } }))],
    ["unknown", "everyone but somebody unknown", of(allow({ NotPrincipal: UNKNOWN }))],
    ["private", "an account", of(to({ AWS: account }))],
    ["private", "a root", of(to({ AWS: `arn:aws:iam::${account}:root` }))],
    ["private", "roles of one account", of(to({ AWS: `arn:aws:iam::${account}:role/*` }))],
    [
      "private",
      "a canonical user",
      of(to({ CanonicalUser: "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" })),
    ],
    ["private", "no principal", of(allow({}))],
    ["unknown", "a principal that is not known", of(to(UNKNOWN))],
    ["unknown", "one unknown in a list", of(to({ AWS: [account, UNKNOWN] }))],
    ["public", "everyone, whatever else is unknown", of(to({ AWS: ["*", UNKNOWN] }))],
    ["private", "everyone is denied", of(deny({}))],
    ["unreadable", "an effect that AWS would refuse", of({ ...to("*"), Effect: "allow" })],
    ["unknown", "an effect that is not known", of({ ...to("*"), Effect: UNKNOWN })],
    [
      "public",
      "all actions but some",
      of({ Effect: "Allow", Principal: "*", NotAction: "s3:DeleteBucket", Resource: "*" }),
    ],

    // Services
    ["public", "CloudFront for anybody", of(to({ Service: "cloudfront.amazonaws.com" }))],
    [
      "private",
      "CloudFront for one distribution",
      of(
        to(
          { Service: "cloudfront.amazonaws.com" },
          { StringEquals: { "AWS:SourceArn": `arn:aws:cloudfront::${account}:distribution/E1` } },
        ),
      ),
    ],
    ["private", "CloudTrail, which acts only for its own trails", of(to({ Service: "cloudtrail.amazonaws.com" }))],
    ["private", "SNS on a key", of(to({ Service: "sns.amazonaws.com" })), "key"],
    ["public", "SNS on a queue", of(to({ Service: "sns.amazonaws.com" })), "data"],
    ["private", "CloudFront in a trust policy", of(to({ Service: "cloudfront.amazonaws.com" })), "trust"],
    ["public", "EventBridge on a function", of(to({ Service: "events.amazonaws.com" })), "invoke"],

    // Identity providers
    ["public", "any identity pool", of(to({ Federated: "cognito-identity.amazonaws.com" })), "trust"],
    [
      "private",
      "one identity pool",
      of(
        to(
          { Federated: "cognito-identity.amazonaws.com" },
          { StringEquals: { "cognito-identity.amazonaws.com:aud": "us-east-1:1" } },
        ),
      ),
      "trust",
    ],
    [
      "private",
      "a provider of one's own",
      of(to({ Federated: `arn:aws:iam::${account}:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/ABC` })),
      "trust",
    ],
    [
      "public",
      "repositories of everyone",
      of(
        to(
          { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` },
          { StringLike: { "token.actions.githubusercontent.com:sub": "repo:*" } },
        ),
      ),
      "trust",
    ],
  ];
  for (const [expected, what, document, kind] of table)
    it(`${expected}: ${what}`, () => {
      assert.equal(verdict(document, kind), expected);
    });

  it("names the statement by its Sid, or by its place", () => {
    const { grants } = publicGrants(of(to({ AWS: account }), { ...to("*"), Sid: "Open" }, to("*")));
    assert.deepEqual(
      grants.map(({ statement }) => statement),
      ["Open", "3"],
    );
  });

  it("never throws and always answers, whatever it is given", () => {
    const keys = [
      "Effect",
      "Principal",
      "NotPrincipal",
      "Action",
      "Resource",
      "Condition",
      "Statement",
      "AWS",
      "Service",
      "StringEquals",
      "IpAddress",
      "aws:SourceIp",
      "aws:SourceArn",
    ];
    const texts = fc.constantFrom(
      "*",
      "Allow",
      "Deny",
      "111122223333",
      "arn:aws:iam::*:root",
      "0.0.0.0/0",
      "::",
      "{",
      "",
      "${aws:ResourceAccount}",
    );
    const leaf = fc.oneof(texts, fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.constant(UNKNOWN));
    const { tree } = fc.letrec<{ tree: Value }>((tie) => ({
      tree: fc.oneof(
        { depthSize: "medium" },
        leaf,
        fc.array(tie("tree"), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie("tree"), { maxKeys: 5 }),
      ),
    }));
    const document = fc.record({
      Statement: fc.array(fc.dictionary(fc.constantFrom(...keys), tree), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.oneof(tree, document, fc.json()), (value) => {
        assert.ok(["private", "public", "unknown", "unreadable"].includes(verdict(value)));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("patterns of actions and resources", () => {
  it("match by meaning, with * and ?, in any case of letters", () => {
    assert.ok(covers("s3:*", "s3:GetObject"));
    assert.ok(covers("S3:get*", "s3:GetObject"));
    assert.ok(covers("arn:aws:s3:::files/?", "arn:aws:s3:::files/a"));
    assert.ok(!covers("s3:Get*", "s3:*"));
    assert.ok(!covers("arn:aws:s3:::files", "arn:aws:s3:::filesXarn"));
    assert.ok(!covers("a.c", "abc"));
  });
});
