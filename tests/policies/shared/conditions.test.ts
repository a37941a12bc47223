import { strict as assert } from "node:assert";
import { UNKNOWN, type Value } from "../../../policies/engine/value";
import type { DocumentKind } from "../../../policies/shared/publicGrant";
import { deny, of, to, unless, type Verdict, verdict, when } from "./grants";

describe("whether a condition says who may come", () => {
  const account = "111122223333";
  const table: readonly (readonly [Verdict, string, Value | undefined, DocumentKind?])[] = [
    // Conditions that narrow
    ["private", "an account as source", of(when("StringEquals", "aws:SourceAccount", account))],
    ["private", "letters of a key do not matter", of(when("StringEquals", "AWS:SOURCEACCOUNT", account))],
    ["private", "an owner", of(when("StringEqualsIgnoreCase", "aws:SourceOwner", [account, "444455556666"]))],
    ["private", "an organisation", of(when("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5"))],
    ["private", "the owner's organisation", of(when("StringEquals", "aws:PrincipalOrgID", "${aws:ResourceOrgID}"))],
    [
      "private",
      "a part of an organisation",
      of(when("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*")),
    ],
    ["private", "topics of an account", of(when("ArnLike", "aws:SourceArn", `arn:aws:sns:*:${account}:*`))],
    ["private", "a bucket", of(when("ArnEquals", "aws:SourceArn", "arn:aws:s3:::files"))],
    ["private", "what is in a bucket", of(when("ArnLike", "aws:SourceArn", "arn:aws:s3:::files/*"))],
    ["private", "a principal's ARN", of(when("StringLike", "aws:PrincipalArn", `arn:aws:iam::${account}:role/app-*`))],
    ["private", "an endpoint", of(when("StringEquals", "aws:SourceVpce", "vpce-0123456789abcdef0"))],
    ["private", "a VPC", of(when("StringEquals", "aws:SourceVpc", "vpc-0123456789abcdef0"))],
    ["private", "a role's sessions", of(when("StringLike", "aws:userid", "AROAEXAMPLEID12345678:*"))],
    ["private", "offices", of(when("IpAddress", "aws:SourceIp", ["203.0.113.0/24", "2001:db8::/32"]))],
    [
      "private",
      "one of two keys narrows",
      of(to("*", { StringEquals: { "aws:SourceAccount": account }, Bool: { "aws:SecureTransport": "true" } })),
    ],

    // Conditions that do not
    ["public", "transport", of(when("Bool", "aws:SecureTransport", "true"))],
    ["public", "a referer", of(when("StringLike", "aws:Referer", "https://example.com/*"))],
    ["public", "a tag of whoever comes", of(when("StringEquals", "aws:PrincipalTag/team", "care"))],
    ["public", "every account as source", of(when("StringLike", "aws:SourceAccount", "*"))],
    ["public", "one of several values is everyone", of(when("StringLike", "aws:SourceAccount", [account, "*"]))],
    ["public", "every distribution", of(when("ArnLike", "aws:SourceArn", "arn:aws:cloudfront::*:distribution/*"))],
    ["public", "every bucket", of(when("ArnLike", "aws:SourceArn", "arn:aws:s3:::*"))],
    ["public", "buckets that anybody may call so", of(when("ArnLike", "aws:SourceArn", "arn:aws:s3:::files-*"))],
    [
      "public",
      "a bucket that whoever asks names",
      of(when("ArnLike", "aws:SourceArn", "arn:aws:s3:::${aws:PrincipalTag/b}")),
    ],
    ["public", "a bucket by two letters", of(when("ArnLike", "aws:SourceArn", "arn:aws:s3:::fi"))],
    [
      "public",
      "another claim of the same token",
      of(when("StringEquals", "accounts.google.com:aud", "${accounts.google.com:azp}")),
    ],
    [
      "public",
      "a subject made of the token's own claims",
      of(
        when(
          "StringLike",
          "token.actions.githubusercontent.com:sub",
          "repo:${token.actions.githubusercontent.com:repository}:*",
        ),
      ),
    ],
    ["public", "every owner", of(when("StringLike", "token.actions.githubusercontent.com:sub", "repo:*"))],
    ["public", "every service account", of(when("StringLike", "id.example.com:sub", "system:serviceaccount:*"))],
    ["public", "the audience of all", of(when("StringEquals", "id.example.com:aud", "sts.amazonaws.com"))],
    ["private", "an audience that the provider gives", of(when("StringEquals", "accounts.google.com:aud", "7f3c"))],
    ...[
      "gitlab.com",
      "agent.buildkite.com",
      "oidc.circleci.com/org/1",
      "app.terraform.io",
      "api.bitbucket.org/2.0",
    ].map((issuer): [Verdict, string, Value] => [
      "public",
      `an audience that each job chooses at ${issuer}`,
      of(when("StringEquals", `${issuer}:aud`, "clinic")),
    ]),
    ["public", "one's own claim", of(when("StringEquals", "accounts.google.com:sub", "${accounts.google.com:sub}"))],
    ["public", "one's own ARN", of(when("StringLike", "aws:PrincipalArn", "${aws:PrincipalArn}"))],
    [
      "public",
      "an audience that each workflow chooses",
      of(when("StringEquals", "token.actions.githubusercontent.com:aud", "clinic")),
    ],
    ["public", "half the internet", of(when("IpAddress", "aws:SourceIp", "0.0.0.0/1"))],
    ["public", "the internet in halves", of(when("IpAddress", "aws:SourceIp", ["0.0.0.0/1", "128.0.0.0/1"]))],
    ["public", "no address at all", of(when("IpAddress", "aws:SourceIp", []))],
    ["public", "all but some addresses", of(when("NotIpAddress", "aws:SourceIp", "203.0.113.0/24"))],
    ["public", "all but an account", of(when("StringNotEquals", "aws:SourceAccount", account))],
    ["public", "whoever has no such key", of(when("StringEqualsIfExists", "aws:SourceAccount", account))],
    [
      "public",
      "whoever has no value of many",
      of(when("ForAllValues:StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5")),
    ],
    ["public", "the absence of a key", of(when("Null", "aws:SourceAccount", "true"))],
    [
      "public",
      "the same account as oneself",
      of(when("StringEquals", "aws:PrincipalAccount", "${aws:PrincipalAccount}")),
    ],
    ["public", "whose the resource is", of(when("StringEquals", "aws:ResourceAccount", account))],
    ["public", "a service in between", of(when("StringEquals", "kms:ViaService", "s3.us-east-1.amazonaws.com")), "key"],
    ["public", "an external id", of(when("StringEquals", "sts:ExternalId", "hunter2")), "trust"],
    ["public", "a condition that is a text", of(to("*", "aws:SourceAccount"))],
    ["public", "a condition without values", of(to("*", { StringEquals: {} }))],
    ["unknown", "a condition that is not known", of(to("*", UNKNOWN))],
    ["unknown", "a value that is not known", of(when("StringEquals", "aws:SourceAccount", UNKNOWN))],
    ["unknown", "one of several values", of(when("StringEquals", "aws:SourceAccount", [account, UNKNOWN]))],
    [
      "private",
      "unknown beside a key that narrows",
      of(to("*", { StringEquals: { "aws:SourceAccount": account, "aws:SourceArn": UNKNOWN } })),
    ],

    // Denials that take back
    [
      "private",
      "all but an endpoint are denied",
      of(to("*"), unless("StringNotEquals", "aws:SourceVpce", "vpce-0123456789abcdef0")),
    ],
    [
      "private",
      "all but an organisation are denied everything",
      of(to("*"), unless("StringNotEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5", { Action: "*", Resource: "*" })),
    ],
    [
      "private",
      "all but offices are denied",
      of(to("*"), unless("NotIpAddress", "aws:SourceIp", ["203.0.113.0/24"], { Action: "s3:*" })),
    ],
    [
      "public",
      "another action is denied",
      of(to("*"), unless("StringNotEquals", "aws:SourceVpce", "vpce-1", { Action: "s3:PutObject" })),
    ],
    [
      "public",
      "another resource is denied",
      of(to("*"), unless("StringNotEquals", "aws:SourceVpce", "vpce-1", { Resource: "arn:aws:s3:::other/*" })),
    ],
    [
      "public",
      "two keys must both fail",
      of(
        to("*"),
        deny({ Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1", "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
      ),
    ],
    [
      "public",
      "only one account is denied",
      of(to("*"), deny({ Condition: { StringEquals: { "aws:PrincipalAccount": account } } })),
    ],
    [
      "public",
      "only plain HTTP is denied",
      of(to("*"), deny({ Condition: { Bool: { "aws:SecureTransport": "false" } } })),
    ],
    [
      "public",
      "somebody named is denied",
      of(
        to("*"),
        deny({ Principal: { AWS: account }, Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1" } } }),
      ),
    ],
    ["unknown", "the endpoint is not known", of(to("*"), unless("StringNotEquals", "aws:SourceVpce", UNKNOWN))],
  ];
  for (const [expected, what, document, kind] of table)
    it(`${expected}: ${what}`, () => {
      assert.equal(verdict(document, kind), expected);
    });
});
