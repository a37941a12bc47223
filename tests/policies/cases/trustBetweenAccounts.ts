import { type Given, LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";
import { document, policyCases, ROOT, statement } from "./policyCase";

const ROLE = "iam/role:Role";
const OURS: Given = {
  type: "pulumi:providers:aws",
  name: "aws",
  props: { region: "us-east-1", allowedAccountIds: '["111122223333"]' },
};
const NAMED: Given = {
  type: "aws:ecs/service:Service",
  name: "service",
  props: { cluster: "arn:aws:ecs:us-east-1:111122223333:cluster/telehealth" },
};
const trust = (principal: unknown, more: object = {}) =>
  one(ROLE, { assumeRolePolicy: document(statement(principal, { Action: "sts:AssumeRole", ...more })) });
const GITHUB = { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" };
const GITHUB_CLAIM = "token.actions.githubusercontent.com";
const CIRCLE = "oidc.circleci.com/org/11111111-2222-3333-4444-555555555555";
const BITBUCKET = "api.bitbucket.org/2.0/workspaces/clinic/pipelines-config/identity/oidc";
const at = (provider: string) => ({ Federated: `arn:aws:iam::111122223333:oidc-provider/${provider}` });
const CLUSTER = "oidc.eks.us-east-1.amazonaws.com/id/EXAMPLE";
const web = (principal: unknown, operator: string, key: string, value: unknown) =>
  trust(principal, { Action: "sts:AssumeRoleWithWebIdentity", Condition: { [operator]: { [key]: value } } });
const SUBJECT = "token.actions.githubusercontent.com:sub";
const grant = (principal: unknown, more: object = {}) =>
  one("s3/bucketPolicy:BucketPolicy", { policy: document(statement(principal, { Action: "s3:GetObject", ...more })) });
const key = (...statements: object[]) => one("kms/key:Key", { policy: document(ROOT, ...statements) });

export const trustBetweenAccounts: CaseTable = {
  "role-trust-foreign-account": {
    accepts: [
      ok("our account", [OURS, ...trust({ AWS: "arn:aws:iam::111122223333:root" })]),
      ok("our account, as the stack's ARNs name it", [NAMED, ...trust({ AWS: "111122223333" })]),
      ok("a service", trust({ Service: "ecs-tasks.amazonaws.com" })),
      ok("a vendor with an external id", [
        OURS,
        ...trust({ AWS: "999988887777" }, { Condition: { StringEquals: { "sts:ExternalId": "7f3c" } } }),
      ]),
      ok("our organisation", [
        OURS,
        ...trust({ AWS: "999988887777" }, { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg" } } }),
      ]),
    ],
    rejects: [
      bad("another account", /account 999988887777/, [OURS, ...trust({ AWS: "arn:aws:iam::999988887777:root" })]),
      bad("another account beside ours", /999988887777/, [NAMED, ...trust({ AWS: ["111122223333", "999988887777"] })]),
      bad("another account's role", /999988887777/, [OURS, ...trust({ AWS: "arn:aws:iam::999988887777:role/vendor" })]),
      bad("any external id", /999988887777/, [
        OURS,
        ...trust({ AWS: "999988887777" }, { Condition: { StringLike: { "sts:ExternalId": "*" } } }),
      ]),
    ],
    defers: [
      ok("an unknown trust", one(ROLE, { assumeRolePolicy: LATER })),
      ok("an account, where nothing says which is ours", trust({ AWS: "999988887777" })),
    ],
  },
  "role-trust-web-identity": {
    accepts: [
      ok("one branch", web(GITHUB, "StringEquals", SUBJECT, "repo:example/platform:ref:refs/heads/main")),
      ok("one repository", web(GITHUB, "StringLike", SUBJECT, ["repo:example/platform:*"])),
      ok(
        "a service account",
        web(
          { Federated: `arn:aws:iam::111122223333:oidc-provider/${CLUSTER}` },
          "StringEquals",
          `${CLUSTER}:sub`,
          "system:serviceaccount:api:api",
        ),
      ),
      ok(
        "a workflow of ours in any version, beside a subject",
        trust(GITHUB, {
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: { [SUBJECT]: "repo:octo-org/octo-repo:ref:refs/heads/main" },
            StringLike: {
              [`${GITHUB_CLAIM}:job_workflow_ref`]: "octo-org/octo-automation/.github/workflows/oidc.yml@*",
            },
          },
        }),
      ),
      ok(
        "any workflow, beside a subject",
        trust(GITHUB, {
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringLike: { [SUBJECT]: "repo:octo-org/octo-repo:*", [`${GITHUB_CLAIM}:job_workflow_ref`]: "*" },
          },
        }),
      ),
      ok(
        "a project at CircleCI",
        web(
          at(CIRCLE),
          "StringLike",
          `${CIRCLE}:sub`,
          "org/11111111-2222-3333-4444-555555555555/project/66666666-2222-3333-4444-555555555555/user/*",
        ),
      ),
      ok(
        "a repository at Bitbucket",
        web(at(BITBUCKET), "StringLike", `${BITBUCKET}:sub`, "{11111111-2222-3333-4444-555555555555}*:*"),
      ),
      ok("users of one connection", web(at("clinic.auth0.com/"), "StringLike", "clinic.auth0.com/:sub", "auth0|123*")),
      ok("a service", trust({ Service: "ecs-tasks.amazonaws.com" })),
      ok(
        "users of an identity pool",
        web(
          { Federated: "cognito-identity.amazonaws.com" },
          "ForAnyValue:StringLike",
          "cognito-identity.amazonaws.com:amr",
          "authenticated",
        ),
      ),
    ],
    rejects: [
      bad("every repository", /matches repo:\*/, web(GITHUB, "StringLike", SUBJECT, "repo:*")),
      bad(
        "every owner",
        /matches repo:\*\/platform/,
        web(GITHUB, "StringLike", SUBJECT, ["repo:example/a:*", "repo:*/platform:*"]),
      ),
      ...["repository", "repository_owner", "actor", "sub"].map((claim) =>
        bad(
          `a subject made of the token's own ${claim}`,
          /every identity that matches repo:\$/,
          web(GITHUB, "StringLike", SUBJECT, `repo:\${${GITHUB_CLAIM}:${claim}}:*`),
        ),
      ),
      bad(
        "every service account of a cluster",
        /matches system:serviceaccount:\*/,
        web(at(CLUSTER), "StringLike", `${CLUSTER}:sub`, "system:serviceaccount:*"),
      ),
      bad(
        "a subject of another provider",
        /every identity of token/,
        web(GITHUB, "StringEquals", `${CLUSTER}:sub`, "system:serviceaccount:api:api"),
      ),
      bad("a subject without values", /every identity of token/, web(GITHUB, "StringEquals", SUBJECT, [])),
      bad(
        "guests of an identity pool",
        /not signed in/,
        web(
          { Federated: "cognito-identity.amazonaws.com" },
          "ForAnyValue:StringLike",
          "cognito-identity.amazonaws.com:amr",
          "unauthenticated",
        ),
      ),
      bad(
        "every token",
        /every identity of token/,
        web(GITHUB, "StringEquals", "token.actions.githubusercontent.com:aud", "sts.amazonaws.com"),
      ),
      bad(
        "every service account",
        /every identity/,
        web(
          { Federated: `arn:aws:iam::111122223333:oidc-provider/${CLUSTER}` },
          "StringEquals",
          `${CLUSTER}:aud`,
          "sts.amazonaws.com",
        ),
      ),
      bad(
        "a subject, if there is one",
        /every identity/,
        web(GITHUB, "StringLikeIfExists", SUBJECT, "repo:example/platform:*"),
      ),
    ],
    defers: [ok("unknown", one(ROLE, { assumeRolePolicy: LATER }))],
  },
  "resource-policy-foreign-account": {
    accepts: [
      ok("our account", [OURS, ...grant({ AWS: "arn:aws:iam::111122223333:root" })]),
      ok("our organisation", [
        OURS,
        ...grant({ AWS: "999988887777" }, { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorg" } } }),
      ]),
      ok("the load balancers' log writer", [OURS, ...grant({ AWS: "arn:aws:iam::127311923021:root" })]),
      ok("an account, where nothing says which is ours", grant({ AWS: "999988887777" })),
      ok("a Deny", [OURS, ...grant({ AWS: "999988887777" }, { Effect: "Deny" })]),
    ],
    rejects: [bad("another account", /999988887777, which is not ours/, [OURS, ...grant({ AWS: "999988887777" })])],
    defers: [ok("unknown", one("s3/bucketPolicy:BucketPolicy", { policy: LATER }))],
  },
  "event-bus-permission-public": {
    accepts: [
      ok("an account", one("cloudwatch/eventPermission:EventPermission", { principal: "111122223333" })),
      ok(
        "an organisation",
        one("cloudwatch/eventPermission:EventPermission", {
          principal: "*",
          condition: { type: "StringEquals", key: "aws:PrincipalOrgID", value: "o-exampleorg" },
        }),
      ),
    ],
    rejects: [
      bad("everyone", /every AWS account/, one("cloudwatch/eventPermission:EventPermission", { principal: "*" })),
    ],
    defers: [ok("unknown", one("cloudwatch/eventPermission:EventPermission", { principal: LATER }))],
  },
  "ram-external-share": {
    accepts: [ok("within", one("ram/resourceShare:ResourceShare", { allowExternalPrincipals: false }))],
    rejects: [
      bad(
        "outside",
        /outside the organization/,
        one("ram/resourceShare:ResourceShare", { allowExternalPrincipals: true }),
      ),
    ],
    defers: [ok("unknown", one("ram/resourceShare:ResourceShare", { allowExternalPrincipals: LATER }))],
  },
  "resource-policy-public": policyCases({
    "codebuild/resourcePolicy:ResourcePolicy": "policy",
    "xray/resourcePolicy:ResourcePolicy": "policyDocument",
    "cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy": "deliveryDestinationPolicy",
  }),
  "kms-policy-rights": {
    accepts: [
      ok(
        "the account and its administrators",
        key(statement({ AWS: "arn:aws:iam::111122223333:role/KeyAdmin" }, { Action: "kms:*" })),
      ),
      ok(
        "a user",
        key(
          statement(
            { AWS: "arn:aws:iam::111122223333:role/task" },
            { Action: ["kms:Decrypt", "kms:GenerateDataKey*"] },
          ),
        ),
      ),
      ok("nothing, which is AWS's default", one("kms/key:Key", {})),
    ],
    rejects: [
      bad(
        "a task that may do all",
        /role\/task kms:/,
        key(statement({ AWS: "arn:aws:iam::111122223333:role/task" }, { Action: "kms:*" })),
      ),
      bad(
        "a service that may do all",
        /s3.amazonaws.com kms:/,
        key(statement({ Service: "s3.amazonaws.com" }, { Action: "kms:*" })),
      ),
      bad(
        "a role that may change the policy",
        /kms:PutKeyPolicy/,
        one("kms/keyPolicy:KeyPolicy", {
          policy: document(statement({ AWS: "arn:aws:iam::111122223333:role/task" }, { Action: "kms:Put*" })),
        }),
      ),
    ],
    defers: [ok("unknown", one("kms/key:Key", { policy: LATER }))],
  },
};
