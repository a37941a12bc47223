import { strict as assert } from "node:assert";
import { UNKNOWN, type Value } from "../../../policies/engine/value";
import { isEveryResource } from "../../../policies/shared/everyResource";
import { principalAccounts } from "../../../policies/shared/principalAccounts";
import { isBoundBy, isSpecific } from "../../../policies/shared/specific";

describe("a value of a condition", () => {
  for (const [key, value] of [
    ["iam:PassedToService", "${iam:PassedToService}"],
    ["iam:PassedToService", "${iam:passedtoservice, 'x'}"],
    ["iam:PassedToService", "*.amazonaws.com"],
    ["iam:PolicyARN", "arn:aws:iam::*:policy/*"],
    ["iam:PermissionsBoundary", "arn:*"],
    ["aws:PrincipalOrgID", "o-*"],
    ["aws:ResourceTag/a", "${aws:ResourceTag/a}"],
    ["iam:PassedToService", "${aws:PrincipalTag/none, '*'}"],
    ["iam:PassedToService", "*.amazon*"],
    ["iam:PassedToService", "e*.amazonaws.com"],
    ["iam:PolicyARN", "arn:aws:iam::*:polic*"],
    ["iam:PolicyARN", "arn:aws:iam::111122223333:policy/*"],
    ["iam:PolicyARN", "arn:aws:iam::aws:policy/job-function/*"],
    ["iam:PolicyARN", "arn:aws:iam::aws:policy/AdministratorAccess"],
    ["iam:PolicyARN", "arn:aws-us-gov:iam::aws:policy/Admin*"],
    ["kms:ResourceAliases", "alias/*"],
    ["kms:ResourceAliases", "alias/*-*"],
    ["lambda:FunctionArn", "arn:aws:lambda:*:*:function:*"],
    ["ecs:cluster", "arn:aws:ecs:*:*:cluster/*"],
    ["s3:DataAccessPointArn", "arn:aws:s3:*:*:accesspoint/*"],
    ["iam:AssociatedResourceArn", "arn:aws:ec2:*:*:instance/i-*"],
    ["iam:ResourceTag/a", "${aws:ResourceTag/b}"],
    ["aws:ResourceTag/a", "*-*"],
    ["aws:ResourceTag/a", "*e*"],
    ["id.example.com:sub", "repo:${id.example.com:repository}:*"],
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
    ["aws:ResourceTag/Project", "${aws:PrincipalTag/none, 'telehealth'}"],
    ["aws:ResourceTag/Env", "qa*"],
    ["aws:ResourceTag/Name", "key-*"],
    ["aws:ResourceTag/Team", "s3-*"],
    ["kms:ResourceAliases", "alias/telehealth-*"],
    ["iam:PassedToService", "ecs*.amazonaws.com"],
    ["iam:PolicyARN", "arn:aws:iam::aws:policy/SecurityAudit"],
    ["s3:DataAccessPointArn", "arn:aws:s3:us-east-1:111122223333:accesspoint/*"],
    ["aws:PrincipalArn", "arn:aws:iam::111122223333:role/*"],
    ["sts:ExternalId", "7"],
  ] as const)
    it(`names something as ${key}: ${value}`, () => {
      assert.ok(isSpecific(key, value));
    });
});

describe("a condition", () => {
  const binds = (operator: string, value: Value) =>
    isBoundBy({ [operator]: { "sts:ExternalId": value } }, /^sts:externalid$/);

  it("binds by values that name something, or are not known yet", () => {
    assert.ok(binds("StringEquals", "7f3c") && binds("StringLike", ["vendor-*"]) && binds("StringEquals", UNKNOWN));
    assert.ok(isBoundBy(UNKNOWN, /^never$/));
  });

  it("does not bind by no value, by any, by what is no text, or where the key may be missing", () => {
    assert.ok(!binds("StringEquals", []));
    assert.ok(!binds("StringLike", "*") && !binds("StringLike", ["7f3c", "*"]));
    assert.ok(!binds("StringLike", "${aws:PrincipalTag/none, '*'}"));
    assert.ok(!binds("StringEquals", [{ toString: 1 }]));
    assert.ok(!binds("StringEqualsIfExists", "7f3c") && !isBoundBy({ StringEquals: "7f3c" }, /./));
  });
});

describe("a resource of a statement", () => {
  for (const arn of [
    "arn:aws:k*:*:*:key/*-*",
    "arn:aws:kms:*:*:alias/*-*",
    "arn:aws:s3:::*-*",
    "arn:aws:s3:::*a*",
    "arn:aws:s3:*:*:accesspoint/*",
    "arn:aws:iam::*:role/*-*",
    "arn:aws:iam::*:ro*",
    "arn:aws:dynamodb:*:*:table/*-*",
    "arn:aws:lambda:*:*:function:*-*",
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
    "arn:aws:sqs:us-east-1:111122223333:jobs-*",
    "arn:aws:kms:*:*:key/0*",
    "arn:aws:kms:*:*:key/f*",
    "arn:aws:secretsmanager:*:*:secret:*/*-??????",
    "arn:aws:secretsmanager:*:*:secret:z*",
    "arn:aws:s3:::*-files/*",
    "arn:aws:logs:*:*:log-group:/aws/*",
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
      "by whom a key is used for",
      { Principal: { AWS: "*" }, Condition: { StringEquals: { "kms:CallerAccount": ACCOUNT } } },
    ],
    [
      "by whose access point it is",
      { Principal: "*", Condition: { StringEquals: { "s3:DataAccessPointAccount": ACCOUNT } } },
    ],
    [
      "by the ARN of their access point",
      {
        Principal: "*",
        Condition: { ArnLike: { "s3:DataAccessPointArn": `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/*` } },
      },
    ],
    [
      "by a condition on everybody, in more stars",
      { Principal: { AWS: "**" }, Condition: { StringEquals: { "aws:PrincipalAccount": ACCOUNT } } },
    ],
    [
      "by a condition on everybody but some",
      { NotPrincipal: { AWS: "111122223333" }, Condition: { StringEquals: { "aws:PrincipalAccount": ACCOUNT } } },
    ],
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

  it("are none where something else than text or a number stands", () => {
    const all: readonly Value[] = [{ toString: 1, valueOf: 1 }, [{ toString: null }], UNKNOWN, [[ACCOUNT]]];
    for (const strange of all) {
      assert.deepEqual(principalAccounts({ Effect: "Allow", Principal: { AWS: strange } }), []);
      assert.deepEqual(
        principalAccounts({
          Effect: "Allow",
          Principal: "*",
          Condition: { StringEquals: { "aws:PrincipalAccount": strange } },
        }),
        [],
      );
    }
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
