import { LATER } from "../runner";
import { bad, type CaseTable, ok, one } from "./case";
import { CDN, document, narrowed, policyCases, ROOT, statement } from "./policyCase";

export const trustPolicies: CaseTable = {
  "kms-policy-public": policyCases(
    { "kms/keyPolicy:KeyPolicy": "policy", "kms/key:Key": "policy", "kms/replicaKey:ReplicaKey": "policy" },
    {
      accepts: [
        ok(
          "the logs of the account",
          one("kms/keyPolicy:KeyPolicy", {
            policy: document(
              ROOT,
              statement(
                { Service: "logs.us-east-1.amazonaws.com" },
                {
                  Condition: {
                    ArnLike: {
                      "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:us-east-1:111122223333:log-group:*",
                    },
                  },
                },
              ),
            ),
          }),
        ),
        ok(
          "alarms that publish to a topic",
          one("kms/keyPolicy:KeyPolicy", {
            policy: document(
              statement({ Service: ["cloudwatch.amazonaws.com", "events.amazonaws.com", "sns.amazonaws.com"] }),
            ),
          }),
        ),
        ok(
          "whoever of the account comes through a service",
          one("kms/key:Key", {
            policy: document(
              statement("*", {
                Condition: {
                  StringEquals: { "kms:CallerAccount": "111122223333", "kms:ViaService": "s3.us-east-1.amazonaws.com" },
                },
              }),
            ),
          }),
        ),
      ],
      rejects: [
        bad(
          "CloudFront for anybody",
          /cloudfront/,
          one("kms/keyPolicy:KeyPolicy", { policy: document(statement(CDN)) }),
        ),
        bad(
          "whoever comes through a service",
          /everyone|anyone/,
          one("kms/key:Key", {
            policy: document(narrowed("StringEquals", "kms:ViaService", "s3.us-east-1.amazonaws.com")),
          }),
        ),
      ],
    },
  ),
  "secret-policy-public": policyCases({
    "secretsmanager/secretPolicy:SecretPolicy": "policy",
    "secretsmanager/secret:Secret": "policy",
  }),
  "role-trust-public": policyCases(
    { "iam/role:Role": "assumeRolePolicy" },
    {
      accepts: [
        ok(
          "a service",
          one("iam/role:Role", {
            assumeRolePolicy: document(
              statement({ Service: ["ecs-tasks.amazonaws.com", "events.amazonaws.com"] }, { Action: "sts:AssumeRole" }),
            ),
          }),
        ),
        ok(
          "an identity pool",
          one("iam/role:Role", {
            assumeRolePolicy: document(
              statement(
                { Federated: "cognito-identity.amazonaws.com" },
                {
                  Condition: {
                    StringEquals: {
                      "cognito-identity.amazonaws.com:aud": "us-east-1:0f3c2a1b-4d5e-4f60-8a7b-9c0d1e2f3a4b",
                    },
                  },
                },
              ),
            ),
          }),
        ),
        ok(
          "one repository of GitHub",
          one("iam/role:Role", {
            assumeRolePolicy: document(
              statement(
                { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
                { Condition: { StringLike: { "token.actions.githubusercontent.com:sub": "repo:example/platform:*" } } },
              ),
            ),
          }),
        ),
      ],
      rejects: [
        bad(
          "everyone who knows an external id",
          /everyone|anyone/,
          one("iam/role:Role", { assumeRolePolicy: document(narrowed("StringEquals", "sts:ExternalId", "abc")) }),
        ),
        bad(
          "every identity pool",
          /token of cognito-identity/,
          one("iam/role:Role", {
            assumeRolePolicy: document(
              statement(
                { Federated: "cognito-identity.amazonaws.com" },
                { Condition: { "ForAnyValue:StringLike": { "cognito-identity.amazonaws.com:amr": "authenticated" } } },
              ),
            ),
          }),
        ),
        bad(
          "every repository of GitHub",
          /githubusercontent/,
          one("iam/role:Role", {
            assumeRolePolicy: document(
              statement(
                { Federated: "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" },
                { Condition: { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } } },
              ),
            ),
          }),
        ),
        bad(
          "the roots of all accounts",
          /every account/,
          one("iam/role:Role", { assumeRolePolicy: document(statement({ AWS: "arn:aws:iam::*:root" })) }),
        ),
      ],
    },
  ),
  "lambda-permission-public": {
    accepts: [
      ok(
        "a rule of ours",
        one("lambda/permission:Permission", {
          principal: "events.amazonaws.com",
          sourceArn: "arn:aws:events:us-east-1:111122223333:rule/nightly",
        }),
      ),
      ok(
        "a bucket of the account",
        one("lambda/permission:Permission", {
          principal: "s3.amazonaws.com",
          sourceArn: "arn:aws:s3:::files-111122223333",
          sourceAccount: "111122223333",
        }),
      ),
      ok("an account", one("lambda/permission:Permission", { principal: "111122223333" })),
      ok(
        "everyone of the organisation",
        one("lambda/permission:Permission", { principal: "*", principalOrgId: "o-exampleorg" }),
      ),
      ok("the rotation of secrets", one("lambda/permission:Permission", { principal: "secretsmanager.amazonaws.com" })),
    ],
    rejects: [
      bad(
        "everyone",
        /everyone|anyone/,
        one("lambda/permission:Permission", { principal: "*", functionUrlAuthType: "NONE" }),
      ),
      bad(
        "anybody's bucket",
        /s3.amazonaws.com on behalf/,
        one("lambda/permission:Permission", { principal: "s3.amazonaws.com" }),
      ),
      bad(
        "anybody's user pool",
        /cognito-idp.amazonaws.com on behalf/,
        one("lambda/permission:Permission", { principal: "cognito-idp.amazonaws.com" }),
      ),
      bad(
        "a layer for everyone",
        /everyone|anyone/,
        one("lambda/layerVersionPermission:LayerVersionPermission", { principal: "*", statementId: "all" }),
      ),
      bad(
        "a whole policy for everyone",
        /everyone|anyone/,
        one("lambda/resourcePolicy:ResourcePolicy", { policy: document(statement("*")) }),
      ),
    ],
    defers: [
      ok(
        "a source that is not known",
        one("lambda/permission:Permission", { principal: "s3.amazonaws.com", sourceArn: LATER }),
      ),
    ],
  },
};
