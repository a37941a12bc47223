import { strict as assert } from "node:assert";
import type { SecretRef } from "../../../components/compute/taskSpec";
import { ACCOUNT, REPOSITORY, SECRET_KEY, SHELL, secretArn, service, statements } from "./fixtures";

const ref = (name: string, key?: string): SecretRef => ({
  secretArn: secretArn(name),
  kmsKeyArn: SECRET_KEY,
  ...(key === undefined ? {} : { key }),
});

describe("the role that starts a task", () => {
  it("pulls from one repository and writes to one log group", async () => {
    const found = statements(await service(), "api-start-may");
    assert.deepEqual(Object.keys(found), ["Login", "ThreatAgent", "Pull", "Logs"]);
    assert.equal(found["Pull"].Resource, REPOSITORY);
    assert.deepEqual(found["Pull"].Action, [
      "ecr:BatchCheckLayerAvailability",
      "ecr:GetDownloadUrlForLayer",
      "ecr:BatchGetImage",
    ]);
    assert.match(found["Logs"].Resource, /api-logs:\*$/);
    assert.deepEqual(found["Logs"].Action, ["logs:CreateLogStream", "logs:PutLogEvents"]);
    assert.deepEqual(found["ThreatAgent"].Action, found["Pull"].Action);
    assert.match(found["ThreatAgent"].Resource, /:repository\/aws-guardduty-agent-fargate$/);
    assert.equal(found["Login"].Action, "ecr:GetAuthorizationToken");
  });

  it("reads each named secret once, without its key suffix, and nothing else", async () => {
    const secrets = { A: ref("stripe", "a"), B: ref("stripe", "b"), C: ref("database") };
    const found = statements(await service({ secrets }), "api-start-may");
    assert.equal(found["Secrets"].Action, "secretsmanager:GetSecretValue");
    assert.deepEqual(found["Secrets"].Resource, [secretArn("database"), secretArn("stripe")]);
  });

  it("decrypts with the secrets' keys, through Secrets Manager only", async () => {
    const { SecretKeys } = statements(await service({ secrets: { A: ref("a"), B: ref("b") } }), "api-start-may");
    assert.equal(SecretKeys.Action, "kms:Decrypt");
    assert.deepEqual(SecretKeys.Resource, [SECRET_KEY]);
    assert.deepEqual(SecretKeys.Condition, {
      StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
    });
  });
});

describe("the role of the application", () => {
  it("has no policy when the application needs none, since IAM refuses an empty one", async () => {
    const deployed = await service();
    const names = deployed.all("iam/rolePolicy:RolePolicy").map(({ name }) => name);
    assert.deepEqual(names, ["api-start-may"]);
  });

  it("may do what it was given, and cannot read the secrets of the start", async () => {
    const given = { Sid: "Files", Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::files/*" } as const;
    const found = statements(await service({ statements: [given], secrets: { A: ref("a") } }), "api-run-may");
    assert.deepEqual(found, { Files: given });
  });

  it("gets channels, key and session log when operators may open a shell", async () => {
    const found = statements(await service({ shell: SHELL }), "api-run-may");
    assert.deepEqual([...found["Shell"].Action].sort(), [
      "ssmmessages:CreateControlChannel",
      "ssmmessages:CreateDataChannel",
      "ssmmessages:OpenControlChannel",
      "ssmmessages:OpenDataChannel",
    ]);
    assert.equal(found["ShellKey"].Resource, SHELL.kmsKeyArn);
    assert.equal(found["ShellLogs"].Resource, `${SHELL.logGroupArn}:*`);
    assert.deepEqual(found["ShellLogs"].Action, [
      "logs:CreateLogStream",
      "logs:DescribeLogStreams",
      "logs:PutLogEvents",
    ]);
  });
});

describe("both roles", () => {
  it("are for tasks of this account only", async () => {
    const deployed = await service({ deployment: { strategy: "rolling" } });
    const roles = deployed.all("iam/role:Role");
    assert.equal(roles.length, 2);
    for (const { inputs } of roles) {
      const [trust] = JSON.parse(inputs["assumeRolePolicy"]).Statement;
      assert.deepEqual(trust.Principal, { Service: "ecs-tasks.amazonaws.com" });
      assert.deepEqual(trust.Condition, { StringEquals: { "aws:SourceAccount": ACCOUNT } });
    }
  });

  it("keep attachments made elsewhere", async () => {
    for (const { inputs } of (await service()).all("iam/role:Role"))
      assert.deepEqual([inputs["inlinePolicies"], inputs["managedPolicyArns"]], [undefined, undefined]);
  });

  it("hold no text where an output should have been", async () => {
    const { resources } = await service({ secrets: { A: ref("a", "k") }, shell: SHELL, environment: { E: "1" } });
    const text = JSON.stringify(resources.map(({ inputs }) => inputs));
    assert.doesNotMatch(text, /Calling \[to|\[object Object\]|undefined\//);
  });
});
