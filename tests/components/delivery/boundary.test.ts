import { strict as assert } from "node:assert";
import { RIGHTS } from "../../../components/edge/deployRights";
import { boundaryDocument, boundaryNameOf } from "../../../components/delivery/roleBoundary";
import { isAllowed, type Statement } from "../../fuzz/iam";

const caller = {
  kind: "AWS",
  name: "arn:aws:iam::111122223333:role/telehealth-prod-any",
  account: "111122223333",
} as const;
const STATE = "telehealth-state-111122223333";
const STATE_KEY = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-4333-8444-555555555555";

/** What a role with every right could still do inside of the boundary of prod. */
const statements = boundaryDocument({
  environment: { project: "telehealth", stack: "prod", location: { accountId: "111122223333", region: "us-east-1" } },
  state: { bucketName: STATE, kmsKeyArn: STATE_KEY },
  otherStacks: ["account", "dev"],
  otherBuckets: ["telehealth-dev", "telehealth-trail"],
  rights: [RIGHTS],
}).Statement.map((each): Statement => JSON.parse(JSON.stringify({ ...each, Principal: "*" })));

const can = (action: string, resource = "arn:aws:x:us-east-1:111122223333:y", environment?: string) =>
  isAllowed(statements, {
    caller,
    action,
    resource,
    context:
      environment === undefined
        ? {}
        : { "aws:resourcetag/project": ["telehealth"], "aws:resourcetag/environment": [environment] },
  });

describe("the boundary of an environment's roles", () => {
  it("is named outside of what the deploy role may change", () => {
    assert.ok(!boundaryNameOf({ project: "telehealth", stack: "prod" }).startsWith("telehealth-prod-"));
  });

  for (const action of [
    "iam:CreateUser",
    "iam:CreateRole",
    "iam:PutRolePolicy",
    "iam:AttachRolePolicy",
    "iam:UpdateAssumeRolePolicy",
    "iam:DeleteRolePermissionsBoundary",
    "iam:SetDefaultPolicyVersion",
    "iam:AddRoleToInstanceProfile",
    "organizations:LeaveOrganization",
    "cloudtrail:StopLogging",
  ])
    it(`takes ${action} from every role`, () => {
      assert.ok(!can(action));
    });

  for (const action of ["sts:AssumeRole", "s3:ListAllMyBuckets", "kms:Decrypt", "ecs:UpdateService"])
    it(`leaves ${action} to the role's own policy`, () => {
      assert.ok(can(action));
    });

  it("lets a role hand on roles of its own environment only", () => {
    const role = (name: string) => `arn:aws:iam::111122223333:role/${name}`;
    assert.ok(can("iam:PassRole", role("telehealth-prod-api")));
    assert.ok(!can("iam:PassRole", role("telehealth-dev-api")));
    assert.ok(!can("iam:PassRole", role("deploy-telehealth-prod")));
  });

  it("lets no role reach what another environment or the account owns, but Pulumi's state", () => {
    const key = "arn:aws:kms:us-east-1:111122223333:key/66666666-2222-4333-8444-555555555555";
    assert.ok(can("kms:Decrypt", key, "prod"));
    assert.ok(!can("kms:Decrypt", key, "dev"));
    assert.ok(!can("kms:Decrypt", key, "account"));
    assert.ok(can("s3:GetObject", `arn:aws:s3:::${STATE}/.pulumi/meta.yaml`));
  });

  it("lets no role change the state, or read another stack's", () => {
    const object = (stack: string) => `arn:aws:s3:::${STATE}/.pulumi/stacks/telehealth/${stack}.json`;
    assert.ok(can("s3:GetObject", object("prod")));
    assert.ok(!can("s3:GetObject", object("dev")) && !can("s3:GetObject", object("account")));
    for (const action of ["s3:DeleteObject", "s3:PutObject"]) assert.ok(!can(action, object("prod")), action);
    for (const action of ["kms:PutKeyPolicy", "kms:ScheduleKeyDeletion"]) assert.ok(!can(action, STATE_KEY, "account"));
    const decrypt = (context: Record<string, string[]>) =>
      isAllowed(statements, { caller, action: "kms:Decrypt", resource: STATE_KEY, context });
    assert.ok(decrypt({ "kms:encryptioncontext:stack": ["prod"] }));
    assert.ok(decrypt({ "kms:viaservice": ["s3.us-east-1.amazonaws.com"] }));
    assert.ok(!decrypt({ "kms:encryptioncontext:stack": ["dev"] }) && !decrypt({}));
  });

  for (const action of ["kms:UpdateAlias", "cloudfront:UpdateKeyGroup"])
    it(`takes ${action}, which IAM can bind to no environment`, () => {
      assert.ok(!can(action, "*"));
    });

  it("knows the buckets of others by name", () => {
    assert.ok(can("s3:GetObject", "arn:aws:s3:::telehealth-prod-files-111122223333/a"));
    assert.ok(!can("s3:GetObject", "arn:aws:s3:::telehealth-dev-files-111122223333/a"));
    assert.ok(!can("s3:DeleteObject", "arn:aws:s3:::telehealth-trail-111122223333/a"));
  });
});
