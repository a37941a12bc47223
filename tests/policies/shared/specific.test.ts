import { strict as assert } from "node:assert";
import { isEveryResource } from "../../../policies/shared/permissions";
import { principalAccounts } from "../../../policies/shared/principalAccounts";
import { isSpecific } from "../../../policies/shared/specific";

describe("a value of a condition", () => {
  for (const [key, value] of [
    ["iam:PassedToService", "${iam:PassedToService}"],
    ["iam:PassedToService", "${iam:passedtoservice, 'x'}"],
    ["iam:PassedToService", "*.amazonaws.com"],
    ["iam:PolicyARN", "arn:aws:iam::*:policy/*"],
    ["iam:PermissionsBoundary", "arn:*"],
    ["aws:PrincipalOrgID", "o-*"],
    ["aws:ResourceTag/a", "${aws:ResourceTag/a}"],
    ["aws:ResourceTag/a", "??"],
    ["aws:ResourceTag/a", ""],
  ] as const)
    it(`names nothing as ${key}: ${value}`, () => {
      assert.ok(!isSpecific(key, value));
    });

  for (const [key, value] of [
    ["iam:PassedToService", "ecs-tasks.amazonaws.com"],
    ["iam:PolicyARN", "arn:aws:iam::111122223333:policy/telehealth-*"],
    ["aws:ResourceTag/Project", "telehealth-*"],
    ["aws:ResourceTag/Project", "${aws:PrincipalTag/Project}"],
    ["sts:ExternalId", "7"],
  ] as const)
    it(`names something as ${key}: ${value}`, () => {
      assert.ok(isSpecific(key, value));
    });
});

describe("a resource of a statement", () => {
  for (const arn of [
    "arn:aws:kms:*:*:key/*-*",
    "arn:aws:kms:*:*:key/????????-????-????-????-????????????",
    "arn:aws:secretsmanager:*:*:secret:*-??????",
    "arn:aws:s3:::${aws:PrincipalTag/none, ''}*",
    "arn:aws:iam::*:role/${aws:PrincipalTag/none, '*'}",
  ])
    it(`is every one of its kind as ${arn}`, () => {
      assert.ok(isEveryResource(arn));
    });

  for (const arn of [
    "arn:aws:kms:us-east-1:111122223333:key/mrk-*",
    "arn:aws:secretsmanager:*:*:secret:telehealth-*-??????",
    "arn:aws:s3:::${aws:PrincipalTag/tenant}-files/*",
    "arn:aws:iam::111122223333:role/telehealth-*",
  ])
    it(`is some of them as ${arn}`, () => {
      assert.ok(!isEveryResource(arn));
    });
});

describe("the accounts that a statement lets in", () => {
  const ACCOUNT = "999988887777";
  for (const [what, statement] of [
    ["as a number", { Principal: { AWS: Number(ACCOUNT) } }],
    ["by an ARN", { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }],
    [
      "by a condition on everybody",
      { Principal: "*", Condition: { StringEquals: { "aws:PrincipalAccount": ACCOUNT } } },
    ],
    [
      "by a condition on their ARN",
      { Principal: { AWS: "*" }, Condition: { ArnLike: { "aws:PrincipalArn": `arn:aws:iam::${ACCOUNT}:role/*` } } },
    ],
  ] as const)
    it(`are found ${what}`, () => {
      assert.deepEqual(principalAccounts({ Effect: "Allow", ...statement }), [ACCOUNT]);
    });

  it("are none where a statement denies, or asks who does not", () => {
    assert.deepEqual(principalAccounts({ Effect: "Deny", Principal: { AWS: ACCOUNT } }), []);
    assert.deepEqual(
      principalAccounts({
        Effect: "Allow",
        Principal: "*",
        Condition: { StringNotEquals: { "aws:PrincipalAccount": ACCOUNT } },
      }),
      [],
    );
  });
});
