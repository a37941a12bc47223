import { type Given, LATER } from "../runner";
import { bad, type CaseTable, KEY, ok, one } from "./case";
import { document } from "./policyCase";

const POLICY = "iam/policy:Policy";
const allow = (Action: unknown, Resource: unknown, more: object = {}) =>
  one(POLICY, { policy: document({ Sid: "it", Effect: "Allow", Action, Resource, ...more }) });
const BUCKET = "arn:aws:s3:::telehealth-files";
const PLACES: readonly (readonly [string, (policy: unknown) => Record<string, unknown>])[] = [
  ["iam/policy:Policy", (policy) => ({ policy })],
  ["iam/rolePolicy:RolePolicy", (policy) => ({ policy })],
  ["iam/userPolicy:UserPolicy", (policy) => ({ policy })],
  ["iam/groupPolicy:GroupPolicy", (policy) => ({ policy })],
  ["iam/role:Role", (policy) => ({ inlinePolicies: [{ name: "it", policy }] })],
  ["ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy", (inlinePolicy) => ({ inlinePolicy })],
  ["iot/policy:Policy", (policy) => ({ policy })],
];
const EXCEPT = { Effect: "Allow", NotAction: "iam:*", Resource: "*" };
const boundary: Given = {
  type: `aws:${POLICY}`,
  name: "boundary",
  props: { policy: document({ Effect: "Allow", Action: "*", Resource: "*" }) },
};
/** Something else that a property made from the boundary. */
function use(type: string, property: string, value: unknown): Given {
  return { type: `aws:${type}`, name: "other", props: { [property]: value }, from: { [property]: ["boundary"] } };
}
const bounds = (how: string): Given[] => [
  boundary,
  {
    type: "aws:iam/role:Role",
    name: "it",
    props: { permissionsBoundary: LATER },
    from: { permissionsBoundary: ["boundary"] },
  },
  ...(how === "managed"
    ? [
        {
          type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          name: "attached",
          props: { policyArn: LATER },
          from: { policyArn: ["boundary"] },
        },
      ]
    : []),
];

/** Ways to hand on a policy, in each form that AWS has. */
const OTHER_USES: readonly (readonly [string, Given])[] = [
  ["a role's managed policy", use("iam/role:Role", "managedPolicyArns", [LATER])],
  [
    "one of a role's exclusive list",
    use("iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "policyArns", [LATER]),
  ],
  [
    "one of a user's exclusive list",
    use("iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive", "policyArns", [LATER]),
  ],
  [
    "one of a group's exclusive list",
    use("iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive", "policyArns", [LATER]),
  ],
  ["a group's", use("iam/groupPolicyAttachment:GroupPolicyAttachment", "policyArn", LATER)],
  ["one of several at once", use("iam/policyAttachment:PolicyAttachment", "policyArn", LATER)],
  [
    "a permission set's, by name",
    use("ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment", "customerManagedPolicyReference", {
      name: LATER,
    }),
  ],
  [
    "in the environment of a function",
    use("lambda/function:Function", "environment", { variables: { POLICY: LATER } }),
  ],
  ["an output for other stacks", { ...use("x", "boundaryArn", LATER), type: "pulumi:pulumi:Stack" }],
];

export const permissions: CaseTable = {
  "iam-every-action": {
    accepts: [
      ok("one action", allow("s3:GetObject", `${BUCKET}/*`)),
      ok("a Deny of everything", one(POLICY, { policy: document({ Effect: "Deny", Action: "*", Resource: "*" }) })),
      ok("a boundary, which only limits", bounds("permissionsBoundary")),
      ok("a boundary that a component passes on to the role", [
        ...bounds("permissionsBoundary"),
        { ...use("x", "boundaryArn", LATER), type: "telehealth:delivery:Role", name: "component" },
      ]),
      ok("a role without policies of its own", one("iam/role:Role", {})),
    ],
    rejects: [
      ...PLACES.map(([type, props]) =>
        bad(
          `everything on ${type}`,
          /statement it allows every action on everything/,
          one(type, props(document({ Sid: "it", Effect: "Allow", Action: "*", Resource: "*" }))),
        ),
      ),
      bad("a boundary that is attached as well", /every action/, bounds("managed")),
      ...OTHER_USES.map(([what, given]) =>
        bad(`a boundary that is ${what} as well`, /every action/, [...bounds("permissionsBoundary"), given]),
      ),
      bad("what is only called a boundary", /every action/, [boundary]),
      bad("what only the program calls a boundary", /every action/, [
        { ...boundary, props: { ...boundary.props, namePrefix: "every" } },
      ]),
      bad("what only the program calls a boundary, by name", /every action/, [
        { ...boundary, props: { ...boundary.props, name: "everything" } },
      ]),
      bad("everything, written out", /every action/, allow(["*:*"], ["*"])),
      bad("everything among others", /every action/, allow(["s3:GetObject", "*"], "*")),
      bad(
        "everything with a second factor",
        /every action/,
        allow("*", "*", { Condition: { Bool: { "aws:MultiFactorAuthPresent": "true" } } }),
      ),
      bad("everything on one bucket", /every action/, allow("*", BUCKET)),
      bad(
        "an object in place of text",
        /every action/,
        one(POLICY, { policy: { Statement: { Effect: "Allow", Action: "*", Resource: "*" } } }),
      ),
      bad("text that is not valid JSON", /not a readable/, one(POLICY, { policy: "{" })),
    ],
    defers: [
      ok("an unknown policy", one(POLICY, { policy: LATER })),
      ok("unknown policies of a role", one("iam/role:Role", { inlinePolicies: [{ name: "it", policy: LATER }] })),
    ],
  },
  "iam-allow-all-but": {
    accepts: [ok("a Deny", one(POLICY, { policy: document({ Effect: "Deny", NotAction: "iam:*", Resource: "*" }) }))],
    rejects: [
      bad("all actions but some", /NotAction/, one(POLICY, { policy: document(EXCEPT) })),
      bad(
        "all resources but some",
        /NotResource/,
        one(POLICY, { policy: document({ Effect: "Allow", Action: "s3:GetObject", NotResource: BUCKET }) }),
      ),
    ],
    defers: [ok("unknown", one(POLICY, { policy: LATER }))],
  },
  "iam-service-wildcard": {
    accepts: [
      ok("actions of a kind, on one bucket", allow(["s3:GetObject*", "s3:List*"], [BUCKET, `${BUCKET}/*`])),
      ok("the channels of a shell, which know no resource", allow("ssmmessages:*", "*")),
      ok("measurements", allow("cloudwatch:*", "*")),
      ok(
        "calls of one API",
        allow("execute-api:*", "arn:aws:execute-api:us-east-1:111122223333:a1b2c3d4e5/prod/GET/notes"),
      ),
    ],
    rejects: [
      ...[
        "s3:*",
        "S3:*",
        "s3*",
        "kms:*",
        "secretsmanager:*",
        "iam:*",
        "rds:*",
        "dynamodb:*",
        "cognito-idp:*",
        "execute-api:*",
      ].map((action) => bad(action, /every action of that service/, allow([action], "*"))),
      bad("a whole service on one bucket", /everything|every action/, allow("s3:*", [BUCKET, `${BUCKET}/*`])),
    ],
    defers: [ok("unknown", one(POLICY, { policy: LATER }))],
  },
  "iam-data-everywhere": {
    accepts: [
      ok("one key", allow("kms:Decrypt", KEY)),
      ok("objects of one bucket", allow(["s3:GetObject", "s3:PutObject"], `${BUCKET}/*`)),
      ok(
        "secrets of one prefix",
        allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:111122223333:secret:telehealth/*"),
      ),
      ok(
        "actions that know no resource",
        allow(["ecr:GetAuthorizationToken", "ec2:Describe*", "sns:Publish", "xray:PutTraceSegments"], "*"),
      ),
      ok(
        "keys with a tag",
        allow("kms:Decrypt", "*", { Condition: { StringEquals: { "aws:ResourceTag/App": "telehealth" } } }),
      ),
      ok(
        "keys with an alias",
        allow("kms:Decrypt", "*", {
          Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/telehealth" } },
        }),
      ),
      ok("one database user", allow("rds-db:connect", "arn:aws:rds-db:us-east-1:111122223333:dbuser:cluster-ABC/app")),
    ],
    rejects: [
      ...[
        "kms:Decrypt",
        "KMS:decrypt",
        "kms:De*",
        "secretsmanager:GetSecretValue",
        "secretsmanager:Get*",
        "s3:GetObject",
        "s3:Get*",
        "s3:*Object",
        "dynamodb:Scan",
        "ssm:GetParameter*",
        "rds-db:connect",
        "ecs:ExecuteCommand",
        "cognito-idp:Admin*",
      ].map((action) => bad(`${action} everywhere`, /on every resource/, allow(action, "*"))),
      ...["arn:aws:kms:*:*:key/*", "arn:aws:kms:us-east-1:111122223333:key/*", "arn:aws:kms:*", "arn:*"].map(
        (resource) => bad(`keys of ${resource}`, /on every resource/, allow("kms:Decrypt", [resource])),
      ),
      bad(
        "every user of a database",
        /every resource/,
        allow("rds-db:connect", "arn:aws:rds-db:us-east-1:111122223333:dbuser:cluster-ABC/*"),
      ),
      bad("every bucket", /every resource/, allow("s3:GetObject", "arn:aws:s3:::*/*")),
      bad(
        "every secret",
        /every resource/,
        allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-east-1:111122223333:secret:*"),
      ),
      bad(
        "keys through a service",
        /every resource/,
        allow("kms:Decrypt", "*", { Condition: { StringEquals: { "kms:ViaService": "s3.us-east-1.amazonaws.com" } } }),
      ),
      bad(
        "keys with any tag",
        /every resource/,
        allow("kms:Decrypt", "*", { Condition: { StringLike: { "aws:ResourceTag/App": "*" } } }),
      ),
      bad(
        "keys, if there is a tag",
        /every resource/,
        allow("kms:Decrypt", "*", { Condition: { StringEqualsIfExists: { "aws:ResourceTag/App": "x" } } }),
      ),
    ],
    defers: [ok("unknown", one(POLICY, { policy: LATER }))],
  },
  "iam-privilege-escalation": {
    accepts: [
      ok("one role", allow("iam:PassRole", "arn:aws:iam::111122223333:role/telehealth-task")),
      ok(
        "roles for one service",
        allow("iam:PassRole", "*", {
          Condition: { StringEquals: { "iam:PassedToService": "ecs-tasks.amazonaws.com" } },
        }),
      ),
      ok("reading roles", allow(["iam:GetRole", "iam:List*"], "*")),
      ok(
        "roles within bounds",
        allow(["iam:CreateRole", "iam:AttachRolePolicy"], "*", {
          Condition: { StringEquals: { "iam:PermissionsBoundary": "arn:aws:iam::111122223333:policy/bounds" } },
        }),
      ),
    ],
    rejects: [
      ...[
        "iam:PassRole",
        "iam:Pass*",
        "iam:CreatePolicyVersion",
        "iam:AttachRolePolicy",
        "iam:PutRolePolicy",
        "iam:UpdateAssumeRolePolicy",
        "iam:CreateAccessKey",
        "sts:AssumeRole",
        "lambda:UpdateFunctionCode",
      ].map((action) => bad(action, /every other permission/, allow(action, "*"))),
      bad(
        "all roles of the account",
        /every other permission/,
        allow("iam:PassRole", "arn:aws:iam::111122223333:role/*"),
      ),
    ],
    defers: [ok("unknown", one(POLICY, { policy: LATER }))],
  },
};
