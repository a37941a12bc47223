import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GithubDeployRole, type GithubDeployRoleArgs } from "../../../components/delivery/githubDeployRole";
import { DEPLOY_RIGHTS } from "../../../stacks/deployRights";
import { pack } from "../../../policies/pack";
import { violations } from "../../policies/runner";
import { deploy } from "../../harness";
import { actions, asGiven, by, KEY, PREVIEW, PROVIDER, ROLE, statements, trust } from "./githubFixture";

const BOUNDARY = "arn:aws:iam::111122223333:policy/boundary-telehealth-prod";
const ROLES = "arn:aws:iam::111122223333:role/telehealth-prod-*";
const ARGS: GithubDeployRoleArgs = {
  ...PREVIEW,
  boundaryArn: BOUNDARY,
  takenBy: "workflow",
  domain: "telehealth.example.com",
  recoveryRegion: "us-west-2",
  otherStacks: ["staging"],
  rights: DEPLOY_RIGHTS,
};
const SERVICES = new Set(DEPLOY_RIGHTS.flatMap(({ manage = {} }) => Object.keys(manage)));
const deployer = (changes: Partial<GithubDeployRoleArgs> = {}) =>
  deploy((opts) => new GithubDeployRole("prod", { ...ARGS, ...changes }, opts));
const matches = (pattern: string, action: string) => new RegExp(`^${pattern.replaceAll("*", ".*")}$`, "i").test(action);

describe("GithubDeployRole", () => {
  it("lets in jobs of the one environment of the one repository, for an hour", async () => {
    const deployed = await deployer();
    assert.deepEqual(trust(deployed), [
      {
        Sid: "Workflow",
        Effect: "Allow",
        Principal: { Federated: PROVIDER },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: {
            "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
            "token.actions.githubusercontent.com:sub": ["repo:example/platform:environment:prod"],
          },
        },
      },
    ]);
    assert.equal(deployed.one(ROLE).inputs["maxSessionDuration"], 3600);
    assert.equal(deployed.one(ROLE).inputs["name"], "deploy-telehealth-prod");
  });

  it("lets in tokens with the repository's numbers as well as without, where they are known", async () => {
    const repository = { name: "example/platform", ids: { owner: "1001", repository: "2002" } };
    const [{ Condition }] = trust(await deployer({ repository }));
    assert.deepEqual(Condition.StringEquals["token.actions.githubusercontent.com:sub"], [
      "repo:example/platform:environment:prod",
      "repo:example@1001/platform@2002:environment:prod",
    ]);
  });

  it("lets in the pipeline's release where that is wanted, and no other role of the account", async () => {
    const [, pipeline] = trust(await deployer({ takenBy: "workflow-and-pipeline" }));
    assert.equal(pipeline.Action, "sts:AssumeRole");
    assert.deepEqual(pipeline.Condition, {
      ArnEquals: {
        "aws:PrincipalArn": [
          "arn:aws:iam::111122223333:role/telehealth-prod-release-migrate",
          "arn:aws:iam::111122223333:role/telehealth-prod-release-deploy",
        ],
      },
    });
  });

  it("makes roles of its environment only, and only with the boundary on them", async () => {
    const deployed = await deployer();
    const bounded = by(deployed, "BoundedRoles");
    assert.equal(bounded.Resource, ROLES);
    assert.deepEqual(bounded.Condition, { StringEquals: { "iam:PermissionsBoundary": BOUNDARY } });
    for (const action of ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy"]) {
      const allowing = statements(deployed).filter((each) => [each.Action].flat().includes(action));
      assert.deepEqual(
        allowing.map((each) => each.Sid),
        ["BoundedRoles"],
      );
    }
    for (const action of ["iam:DeleteRolePermissionsBoundary", "iam:CreateUser", "iam:CreateAccessKey"])
      assert.ok(!actions(deployed).some((pattern) => matches(pattern, action)), action);
  });

  it("hands those roles to services only, one by one", async () => {
    const pass = by(await deployer(), "HandRolesToServices");
    assert.equal(pass.Resource, ROLES);
    assert.ok(pass.Condition.StringEquals["iam:PassedToService"].includes("ecs-tasks.amazonaws.com"));
    for (const service of pass.Condition.StringEquals["iam:PassedToService"])
      assert.match(service, /^[a-z0-9.-]+\.amazonaws\.com$/);
  });

  it("cannot touch itself: it is named outside what it manages", async () => {
    const deployed = await deployer();
    const own = [deployed.one(ROLE), ...deployed.all("iam/policy:Policy")].map(({ inputs }) => String(inputs["name"]));
    assert.ok(own.length > 3);
    for (const name of own) assert.ok(!name.startsWith("telehealth-prod-"), name);
  });

  for (const action of [
    "s3:PutBucketAcl",
    "s3:DeleteBucket",
    "rds:DeleteDBCluster",
    "rds:ModifyDBCluster",
    "kms:ScheduleKeyDeletion",
    "kms:PutKeyPolicy",
    "kms:Decrypt",
    "secretsmanager:GetSecretValue",
    "secretsmanager:DeleteSecret",
    "logs:DeleteLogGroup",
    "lambda:UpdateFunctionCode",
    "ssm:GetParameter",
  ])
    it(`${action} is for what is of this environment`, async () => {
      const allowing = statements(await deployer()).filter(
        (each) => each.Effect === "Allow" && [each.Action].flat().some((pattern: string) => matches(pattern, action)),
      );
      assert.ok(allowing.length > 0);
      for (const { Resource, Condition, Sid } of allowing)
        assert.ok(
          Sid === "StateKey" ||
            Condition?.StringEquals["kms:EncryptionContext:stack"] === "prod" ||
            String(Resource).includes("telehealth-prod") ||
            String(Resource).includes("parameter/telehealth-prod/") ||
            (Condition?.StringEquals["aws:ResourceTag/Project"] === "telehealth" &&
              Condition.StringEquals["aws:ResourceTag/Environment"] === "prod"),
          Sid,
        );
    });

  for (const action of [
    "s3:GetObjectVersion",
    "s3:GetObjectTagging",
    "logs:GetLogEvents",
    "logs:FilterLogEvents",
    "logs:StartQuery",
    "logs:Unmask",
    "cognito-idp:ListUsers",
    "cognito-idp:AdminGetUser",
    "cognito-idp:AdminCreateUser",
    "sqs:ReceiveMessage",
    "ecs:ExecuteCommand",
    "ssm:StartSession",
    "rds-db:connect",
    "rds:ModifyDBClusterSnapshotAttribute",
    "rds:ModifyDBSnapshotAttribute",
    "rds:DownloadDBLogFilePortion",
    "ec2:ModifySnapshotAttribute",
    "cloudtrail:StopLogging",
    "backup:DeleteRecoveryPoint",
    "backup:StartRestoreJob",
    "lambda:InvokeFunction",
    "codebuild:StartBuild",
    "codepipeline:PutApprovalResult",
  ])
    it(`never may ${action}`, async () => {
      assert.ok(!actions(await deployer()).some((pattern) => matches(pattern, action)));
    });

  it("points only aliases of its environment at keys, and only at its own keys", async () => {
    const allowing = statements(await deployer()).filter(
      (each) => each.Effect === "Allow" && [each.Action].flat().includes("kms:UpdateAlias"),
    );
    assert.deepEqual(
      allowing.map(({ Resource, Condition }) => [Resource, Condition?.StringEquals["aws:ResourceTag/Environment"]]),
      [
        ["arn:aws:kms:*:111122223333:alias/telehealth-prod-*", undefined],
        ["*", "prod"],
      ],
    );
  });

  it("reads and writes the state of its own stack only", async () => {
    const state = by(await deployer(), "State");
    assert.deepEqual(state.Action, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]);
    assert.deepEqual(state.Resource, [
      "arn:aws:s3:::state-111122223333/.pulumi/meta.yaml",
      "arn:aws:s3:::state-111122223333/.pulumi/*/telehealth/prod.json*",
      "arn:aws:s3:::state-111122223333/.pulumi/*/telehealth/prod/*",
    ]);
  });

  it("stays within what IAM takes: 6144 characters in a policy, ten policies on a role, and each is attached", async () => {
    const deployed = await deployer();
    const policies = deployed.all("iam/policy:Policy");
    assert.ok(policies.length <= 10);
    for (const { name, inputs } of policies)
      assert.ok(inputs["policy"].length <= 6144, `${name} ${inputs["policy"].length}`);
    assert.equal(deployed.all("iam/rolePolicyAttachment:RolePolicyAttachment").length, policies.length);
    for (const { Sid } of statements(deployed)) assert.match(Sid, /^[A-Za-z0-9]+$/);
    const granted = actions(deployed);
    for (const service of SERVICES)
      assert.ok(
        granted.some((each) => each.startsWith(`${service}:`)),
        service,
      );
  });

  it("has rights for every AWS module that a component uses", () => {
    const elsewhere: Record<string, string> = {
      appautoscaling: "application-autoscaling",
      apigatewayv2: "apigateway",
      cfg: "config",
      codestarnotifications: "codestar-notifications",
      cognito: "cognito-idp",
      costexplorer: "ce",
      lb: "elasticloadbalancing",
      vpc: "ec2",
    };
    /** In other statements, or of the account's stack, which an administrator applies. */
    const others = new Set([
      "iam",
      "s3",
      "config",
      "cloudtrail",
      "securityhub",
      "accessanalyzer",
      "inspector2",
      "account",
      "ce",
      "ebs",
    ]);
    const root = join(__dirname, "..", "..", "..", "components");
    const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((each) => each.endsWith(".ts"));
    const used = new Set(
      files.flatMap((file) =>
        [...readFileSync(join(root, file), "utf8").matchAll(/new aws\.(\w+)\./g)].map(([, module = ""]) => module),
      ),
    );
    assert.ok(used.size > 20);
    const missing = [...used]
      .map((each) => elsewhere[each] ?? each)
      .filter((each) => !SERVICES.has(each) && !others.has(each));
    assert.deepEqual(missing, []);
  });

  it("has the rights that stand beside the components, of every folder", () => {
    const folders = readdirSync(join(__dirname, "../../../components")).filter((folder) => folder !== "shared");
    assert.equal(DEPLOY_RIGHTS.length, folders.length);
    assert.equal(new Set(DEPLOY_RIGHTS).size, folders.length);
  });

  it("violates no rule of the policy pack", async () => {
    const given = asGiven(await deployer({ takenBy: "workflow-and-pipeline" }));
    assert.deepEqual(await violations(pack, given), []);
  });

  for (const [field, changes] of [
    ["repository.name", { repository: { name: "example/*" } }],
    ["repository.name", { repository: { name: "example" } }],
    ["repository.ids.owner", { repository: { name: "example/a", ids: { owner: "*", repository: "1" } } }],
    ["boundaryArn", { boundaryArn: "boundary" }],
    ["boundaryArn", { boundaryArn: "arn:aws:iam::111122223333:policy/telehealth-prod-boundary" }],
    ["state.bucketName", { state: { bucketName: "telehealth-prod-state", kmsKeyArn: KEY } }],
  ] as const)
    it(`refuses ${JSON.stringify(changes)}`, () =>
      assert.rejects(deployer(changes), new RegExp(`^Error: ${field.replace(".", "\\.")}: `)));
});
