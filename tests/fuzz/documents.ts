import fc from "fast-check";
import type { Conditions, Principal, Statement } from "./iam";
import { type Kind, PROVIDERS } from "./strangers";

const OURS = "111122223333";

const oneOrMany = (values: fc.Arbitrary<string>) => fc.oneof(values, fc.array(values, { minLength: 1, maxLength: 2 }));

const ACTIONS = [
  "*",
  "s3:*",
  "S3:get*",
  "s3:GetObject",
  "s3:PutObject",
  "s3:Get?bject",
  "s3:Get*",
  "kms:Decrypt",
  "s?:*",
];
const BUCKETS = ["*", "arn:aws:s3:::a/*", "arn:aws:s3:::a/b", "arn:aws:s3:::b/*", "arn:aws:s3:::?/b", "arn:aws:s3:::*"];

const NAMES: Readonly<Record<string, readonly string[]>> = {
  AWS: ["*", OURS, `arn:aws:iam::${OURS}:root`, `arn:aws:iam::${OURS}:role/app`],
  Service: ["cloudfront.amazonaws.com", "sns.amazonaws.com", "ecs-tasks.amazonaws.com"],
  Federated: [...PROVIDERS, `arn:aws:iam::${OURS}:saml-provider/own`, "*"],
  CanonicalUser: ["79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"],
};

const principal: fc.Arbitrary<Principal> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Principal>("*") },
  { weight: 1, arbitrary: fc.constant<Principal>({ AWS: "*" }) },
  {
    weight: 3,
    arbitrary: fc
      .uniqueArray(fc.constantFrom(...Object.keys(NAMES)), { minLength: 1, maxLength: 2 })
      .chain((kinds) =>
        fc
          .tuple(...kinds.map((kind) => oneOrMany(fc.constantFrom(...(NAMES[kind] ?? [])))))
          .map((names) => Object.fromEntries(kinds.map((kind, index) => [kind, names[index] ?? []]))),
      ),
  },
);

/** Values of each key: some that name somebody, some that do not, and patterns between the two. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "aws:SourceAccount": [OURS, "*", "1111*", "????????????"],
  "AWS:SourceOwner": [OURS, "*"],
  "aws:PrincipalAccount": [OURS, "*"],
  "aws:PrincipalArn": [`arn:aws:iam::${OURS}:role/app`, `arn:aws:iam::${OURS}:*`, "arn:aws:iam::*:role/app", "*"],
  "aws:SourceArn": [
    `arn:aws:sns:*:${OURS}:*`,
    "arn:aws:s3:::files-*",
    "arn:aws:s3:::*",
    "arn:aws:cloudfront::*:distribution/*",
  ],
  "aws:PrincipalOrgID": ["o-a1b2c3d4e5", "o-*"],
  "aws:PrincipalOrgPaths": ["o-a1b2c3d4e5/r-ab12/*", "o-*"],
  "aws:SourceVpce": ["vpce-0123456789abcdef0", "vpce-*", "vpce-0*"],
  "aws:SourceVpc": ["vpc-0123456789abcdef0", "vpc-*", "vpc-0*"],
  "aws:userid": ["AROAEXAMPLEID12345678:*", "*:app"],
  "kms:EncryptionContext:aws:s3:arn": ["arn:aws:s3:::files-1", "*"],
  "aws:Referer": ["https://example.com/*"],
  "s3:x-amz-acl": ["private"],
};
const TOKEN_VALUES: Readonly<Record<string, readonly string[]>> = {
  "cognito-identity.amazonaws.com:aud": ["us-east-1:00000000-0000-4000-8000-000000000000", "us-east-1:*", "*"],
  "accounts.google.com:aud": ["123.apps.example.com", "*.apps.example.com"],
  "token.actions.githubusercontent.com:sub": ["repo:example-clinic/api:*", "repo:*", "repo*", "*"],
  "token.actions.githubusercontent.com:aud": ["sts.amazonaws.com"],
};
const OPERATORS = ["StringEquals", "StringEqualsIgnoreCase", "StringLike", "ArnLike", "ArnEquals"];
const NEGATED = ["StringNotEquals", "StringNotEqualsIgnoreCase", "StringNotLike", "ArnNotLike", "ArnNotEquals"];
const RANGES = [
  "203.0.113.0/24",
  "198.51.100.7",
  "0.0.0.0/0",
  "0.0.0.0/1",
  "128.0.0.0/1",
  "8.0.0.0/7",
  "2001:db8::/32",
];

function textCondition(kind: Kind, names: readonly string[]): fc.Arbitrary<Conditions> {
  const values = kind === "trust" ? { ...VALUES, ...TOKEN_VALUES } : VALUES;
  return fc
    .record({
      set: fc.constantFrom("", "", "", "ForAnyValue:", "ForAllValues:"),
      name: fc.constantFrom(...names),
      end: fc.constantFrom("", "", "", "IfExists"),
      key: fc.constantFrom(...Object.keys(values)),
    })
    .chain(({ set, name, end, key }) =>
      oneOrMany(fc.constantFrom(...(values[key] ?? []))).map((value) => ({
        [`${set}${name}${end}`]: { [key]: value },
      })),
    );
}

const otherCondition: fc.Arbitrary<Conditions> = fc.oneof(
  oneOrMany(fc.constantFrom(...RANGES)).map((value) => ({ IpAddress: { "aws:SourceIp": value } })),
  oneOrMany(fc.constantFrom(...RANGES)).map((value) => ({ NotIpAddress: { "aws:SourceIp": value } })),
  fc.constantFrom("true", "false").map((value) => ({ Bool: { "aws:SecureTransport": value } })),
  fc
    .tuple(fc.constantFrom("true", "false"), fc.constantFrom("aws:SourceVpce", "aws:PrincipalOrgID", "aws:SourceArn"))
    .map(([value, key]) => ({ Null: { [key]: value } })),
);

const conditions = (kind: Kind, names: readonly string[]) =>
  fc
    .array(fc.oneof({ weight: 3, arbitrary: textCondition(kind, names) }, otherCondition), { maxLength: 2 })
    .map((all) => Object.assign({}, ...all) as Conditions);

const either = (name: string, values: readonly string[]) =>
  oneOrMany(fc.constantFrom(...values)).chain((value) =>
    fc.constantFrom(name, name, name, `Not${name}`).map((key) => ({ [key]: value })),
  );

function statement(kind: Kind, Effect: Statement["Effect"]): fc.Arbitrary<Statement> {
  const names = Effect === "Allow" ? [...OPERATORS, "StringNotEquals"] : [...NEGATED, ...NEGATED, "StringEquals"];
  // A trust policy names no resource: it is the role it belongs to.
  const resources = kind === "trust" ? fc.constant({}) : either("Resource", BUCKETS);
  return fc
    .tuple(
      principal.chain((who) =>
        fc.constantFrom("Principal", "Principal", "Principal", "NotPrincipal").map((key) => ({ [key]: who })),
      ),
      either("Action", ACTIONS),
      resources,
      fc.oneof(
        fc.constant({}),
        conditions(kind, names).map((Condition) => ({ Condition })),
      ),
    )
    .map((parts): Statement => Object.assign({ Effect }, ...parts));
}

/** Documents that AWS would take: allowed things first, then what is taken back. */
export const document = (kind: Kind): fc.Arbitrary<Statement[]> =>
  fc
    .tuple(
      fc.array(statement(kind, "Allow"), { minLength: 1, maxLength: 2 }),
      fc.array(statement(kind, "Deny"), { maxLength: 2 }),
    )
    .map(([allows, denies]) => [...allows, ...denies]);

/** Values about which there is nothing to argue: the first names somebody, and a lone wildcard names nobody. */
const clearValue = (key: string) => {
  const [named = ""] = VALUES[key] ?? [];
  return fc.oneof(
    fc
      .tuple(
        fc.constantFrom("", "", "ForAnyValue:", "ForAllValues:"),
        fc.constantFrom(...OPERATORS),
        fc.constantFrom("", "IfExists"),
      )
      .map(([set, name, end]): Conditions => ({ [`${set}${name}${end}`]: { [key]: OPEN[key] ?? named } })),
    fc.constant<Conditions>({ StringLike: { [key]: "*" } }),
  );
};
/** What a stranger can write into a request as well as anybody. */
const OPEN: Readonly<Record<string, string>> = {
  "aws:Referer": "https://example.com/a",
  "s3:x-amz-acl": "private",
  "kms:EncryptionContext:aws:s3:arn": "arn:aws:s3:::files-1",
};

/** One Allow that nothing takes back, under at most one clear condition: whether it is public has one right answer. */
export const clearDocument: fc.Arbitrary<Statement[]> = fc
  .tuple(
    fc.constantFrom<Principal>(
      "*",
      { AWS: "*" },
      { AWS: OURS },
      { AWS: [`arn:aws:iam::${OURS}:role/app`, "*"] },
      { Service: "ecs-tasks.amazonaws.com" },
    ),
    fc.oneof(fc.constant<Conditions>({}), fc.constantFrom(...Object.keys(VALUES)).chain(clearValue), otherCondition),
  )
  .map(([Principal, Condition]) => [{ Effect: "Allow", Principal, Action: "s3:*", Resource: "*", Condition }]);
