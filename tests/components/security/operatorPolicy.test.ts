import { strict as assert } from "node:assert";
import { OperatorAccess, type OperatorAccessArgs } from "../../../components/security/operatorPolicy";
import { deploy, promiseOf } from "../../harness";

const ACCOUNT = "111122223333";
const ecs = (what: string) => `arn:aws:ecs:us-east-1:${ACCOUNT}:${what}`;
const CLUSTER = { arn: ecs("cluster/services"), name: "services" };
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/sessions`;
const ARGS: OperatorAccessArgs = {
  cluster: CLUSTER,
  tasks: [
    {
      taskDefinitionArn: ecs("task-definition/migrate:17"),
      taskRoleArn: "arn:run",
      executionRoleArn: "arn:start",
    },
  ],
  sessionKmsKeyArn: KEY,
  logGroupNames: ["migrate-logs"],
  location: { accountId: ACCOUNT, region: "us-east-1" },
};
const access = (changes: Partial<OperatorAccessArgs> = {}) =>
  deploy((opts) => new OperatorAccess("operate", { ...ARGS, ...changes }, opts));
const statements = async (changes: Partial<OperatorAccessArgs> = {}): Promise<Record<string, any>> => {
  const { inputs } = (await access(changes)).one("iam/policy:Policy");
  return Object.fromEntries(JSON.parse(inputs["policy"]).Statement.map((each: any) => [each.Sid, each]));
};

describe("OperatorAccess", () => {
  it("asks for MFA of the last hour in whatever it allows, also in statements that are added", async () => {
    const added = {
      Sid: "Added",
      Effect: "Allow",
      Action: "rds-db:connect",
      Resource: "arn:user",
      Condition: { Bool: { "aws:SecureTransport": "true" } },
    } as const;
    const all = Object.values(await statements({ statements: [added] })).filter(({ Effect }) => Effect === "Allow");
    assert.ok(all.some(({ Sid }) => Sid === "Added"));
    for (const { Sid, Condition } of all) {
      assert.equal(Condition.Bool["aws:MultiFactorAuthPresent"], "true", Sid);
      assert.equal(Condition.NumericLessThan["aws:MultiFactorAuthAge"], "3600", Sid);
    }
    assert.equal(all.at(-1).Condition.Bool["aws:SecureTransport"], "true");
  });

  it("starts the named tasks in any revision, in one cluster, and nothing else", async () => {
    const { Run, PassTheirRoles, WatchAndStop, Find } = await statements();
    assert.deepEqual([Run.Action, Run.Resource], ["ecs:RunTask", [ecs("task-definition/migrate:*")]]);
    for (const { Condition } of [Run, WatchAndStop, Find])
      assert.deepEqual(Condition.ArnEquals, { "ecs:cluster": CLUSTER.arn });
    assert.deepEqual(PassTheirRoles.Resource, ["arn:run", "arn:start"]);
    assert.deepEqual(PassTheirRoles.Condition.StringEquals, { "iam:PassedToService": "ecs-tasks.amazonaws.com" });
    assert.deepEqual(WatchAndStop.Action, ["ecs:DescribeTasks", "ecs:StopTask"]);
    assert.equal(WatchAndStop.Resource, ecs("task/services/*"));
  });

  it("opens recorded shells in the application's container", async () => {
    const { Shell, SessionKey } = await statements();
    assert.deepEqual(Shell.Resource, [CLUSTER.arn, ecs("task/services/*")]);
    assert.deepEqual(Shell.Condition.StringEquals, { "ecs:container-name": "app" });
    assert.deepEqual([SessionKey.Action, SessionKey.Resource], ["kms:GenerateDataKey", KEY]);
    assert.deepEqual((await statements({ container: "import" }))["Shell"].Condition.StringEquals, {
      "ecs:container-name": "import",
    });
  });

  it("forwards a port with the one document for that, never a session without a named document", async () => {
    const { Port, OwnSessions } = await statements();
    assert.deepEqual(Port.Resource, [
      ecs("task/services/*"),
      "arn:aws:ssm:us-east-1::document/AWS-StartPortForwardingSessionToRemoteHost",
    ]);
    assert.deepEqual(Port.Condition.BoolIfExists, { "ssm:SessionDocumentAccessCheck": "true" });
    assert.equal(OwnSessions.Resource, "arn:aws:ssm:*:*:session/${aws:username}-*");
  });

  it("reads the named logs, and none where none is named", async () => {
    const { ReadLogs } = await statements();
    assert.deepEqual(ReadLogs.Resource, [`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:migrate-logs:*`]);
    const none = await statements({ logGroupNames: [] });
    assert.deepEqual([none["ReadLogs"], none["ReadQueries"]], [undefined, undefined]);
  });

  it("names everything for which IAM knows a name", async () => {
    const everywhere = Object.values(await statements()).filter(({ Resource }) => Resource === "*");
    assert.deepEqual(
      everywhere.map(({ Sid }) => Sid),
      ["Find", "Definitions", "ReadQueries", "KeepLogs"],
    );
  });

  it("keeps its holder from hiding or unmasking what logs hold, with MFA and without", async () => {
    const { KeepLogs } = await statements();
    assert.deepEqual([KeepLogs.Effect, KeepLogs.Condition], ["Deny", undefined]);
    for (const action of ["PutLogGroupDeletionProtection", "DeleteLogGroup", "PutDataProtectionPolicy", "Unmask"])
      assert.ok(KeepLogs.Action.includes(`logs:${action}`), action);
  });

  it("fits into a managed policy of 6144 characters", async () => {
    const { inputs } = (await access()).one("iam/policy:Policy");
    assert.ok(inputs["policy"].length < 6144, `${inputs["policy"].length}`);
  });

  it("returns the policy, and refuses to be empty", async () => {
    assert.match(await promiseOf((await access()).result.policyArn), /operate-policy$/);
    await assert.rejects(access({ tasks: [] }), /tasks: /);
  });
});
