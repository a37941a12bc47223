import { strict as assert } from "node:assert";
import { ImportTask, type ImportTaskArgs } from "../../../components/compute/importTask";
import { type Deployed, deploy, promiseOf } from "../../harness";
import { ACCOUNT, LOG_KEY, SECRET_KEY, secretArn, statements } from "./fixtures";

const BUCKET = "telehealth-dev-imports-111122223333";
const FILES_KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/files`;
const SECRET = secretArn("master");
const ARGS: ImportTaskArgs = {
  location: { accountId: ACCOUNT, region: "us-east-1" },
  vpcId: "vpc-1",
  postgresMajor: 15,
  bucket: { arn: `arn:aws:s3:::${BUCKET}`, name: BUCKET, kmsKeyArn: FILES_KEY },
  database: { host: "db.example.internal", port: 5432, name: "telehealth" },
  secret: { secretArn: SECRET, kmsKeyArn: SECRET_KEY },
  logKmsKeyArn: LOG_KEY,
  logRetentionDays: 365,
  deletionProtection: true,
};
const task = (changes: Partial<ImportTaskArgs> = {}) =>
  deploy((opts) => new ImportTask("import", { ...ARGS, ...changes }, opts));
const containers = (deployed: Deployed<ImportTask>): [any, any] =>
  JSON.parse(deployed.one("ecs/taskDefinition:TaskDefinition").inputs["containerDefinitions"]);
const values = (container: any) =>
  Object.fromEntries(container.environment.map(({ name, value }: any) => [name, value])) as Record<string, string>;

describe("ImportTask", () => {
  it("connects to the writer with a verified certificate and the master's secret", async () => {
    const [, restore] = containers(await task());
    assert.deepEqual(values(restore), {
      PGHOST: "db.example.internal",
      PGPORT: "5432",
      PGDATABASE: "telehealth",
      PGSSLMODE: "verify-full",
      PGSSLROOTCERT: "/work/certificates.pem",
    });
    assert.deepEqual(restore.secrets, [
      { name: "PGUSER", valueFrom: `${SECRET}:username::` },
      { name: "PGPASSWORD", valueFrom: `${SECRET}:password::` },
    ]);
  });

  it("fetches the dump in a container that knows no password", async () => {
    const [fetch] = containers(await task());
    assert.deepEqual(values(fetch), { IMPORT_BUCKET: BUCKET, IMPORT_KEY: "database.dump" });
    assert.equal(fetch.secrets, undefined);
    const [other] = containers(await task({ dumpKey: "july.dump" }));
    assert.equal(values(other)["IMPORT_KEY"], "july.dump");
  });

  it("goes on when the dump is fetched, and ends with the restore", async () => {
    const [fetch, restore] = containers(await task());
    assert.deepEqual([fetch.essential, restore.essential], [false, true]);
    assert.deepEqual(restore.dependsOn, [{ containerName: "fetch", condition: "START" }]);
  });

  it("can pull GuardDuty's agent, which watches the one task that sees a whole dump", async () => {
    const start = statements(await task(), "import-start-may");
    assert.equal(start["Login"].Action, "ecr:GetAuthorizationToken");
    assert.equal(start["ThreatAgent"].Resource, "arn:aws:ecr:us-east-1:*:repository/aws-guardduty-agent-fargate");
    assert.ok(start["ThreatAgent"].Action.includes("ecr:BatchGetImage"));
  });

  it("has read-only disks, no powers, and a place to meet that only one side writes", async () => {
    const [fetch, restore] = containers(await task());
    for (const each of [fetch, restore]) {
      assert.equal(each.readonlyRootFilesystem, true);
      assert.deepEqual(each.linuxParameters.capabilities, { add: [], drop: ["ALL"] });
    }
    assert.equal(restore.user, "10001:10001");
    const mounts = [fetch, restore].map(({ mountPoints: [mount] }) => [mount.containerPath, mount.readOnly]);
    assert.deepEqual(mounts, [
      ["/work", false],
      ["/work", true],
    ]);
  });

  it("restores with the tools of the target's major", async () => {
    const [fetch, restore] = containers(await task({ postgresMajor: 16 }));
    assert.equal(restore.image, "public.ecr.aws/docker/library/postgres:16-bookworm");
    assert.match(fetch.image, /^public\.ecr\.aws\/aws-cli\/aws-cli:\d/);
    const digest = `example/postgres@sha256:${"0".repeat(64)}`;
    assert.equal(containers(await task({ restoreImage: digest }))[1].image, digest);
  });

  it("may read the dumps and one secret, each with its key through one service", async () => {
    const deployed = await task();
    const run = statements(deployed, "import-run-may");
    assert.deepEqual(Object.keys(run), ["ReadDump", "ReadDumpKey"]);
    assert.deepEqual([run["ReadDump"].Action, run["ReadDump"].Resource], ["s3:GetObject", `arn:aws:s3:::${BUCKET}/*`]);
    assert.deepEqual(run["ReadDumpKey"].Condition.StringEquals, { "kms:ViaService": "s3.us-east-1.amazonaws.com" });
    assert.equal(run["ReadDumpKey"].Resource, FILES_KEY);
    const start = statements(deployed, "import-start-may");
    assert.deepEqual([start["Secret"].Resource, start["SecretKey"].Resource], [SECRET, SECRET_KEY]);
    const through = { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" };
    assert.deepEqual(start["SecretKey"].Condition.StringEquals, through);
    assert.match(start["Logs"].Resource, /import-logs:\*$/);
  });

  it("logs into an encrypted group of its own, lets nobody in, and goes out by HTTPS alone", async () => {
    const deployed = await task();
    const group = deployed.one("cloudwatch/logGroup:LogGroup");
    assert.deepEqual([group.inputs["kmsKeyId"], group.opts.protect], [LOG_KEY, true]);
    for (const each of containers(deployed))
      assert.equal(each.logConfiguration.options["awslogs-group"], "import-logs");
    assert.equal(deployed.all("vpc/securityGroupIngressRule:SecurityGroupIngressRule").length, 0);
    const out = deployed.all("vpc/securityGroupEgressRule:SecurityGroupEgressRule");
    assert.deepEqual(
      out.map(({ inputs }) => inputs["toPort"]),
      [443],
    );
  });

  it("takes the schemas and extensions that it is told, and writes nothing else into a script", async () => {
    const [, restore] = containers(await task({ schemas: ["public", "billing"], extensions: ["citext"] }));
    assert.match(restore.command[0], /--schema=public --schema=billing --schema=auth/);
    assert.match(restore.command[0], /CREATE EXTENSION IF NOT EXISTS "citext"/);
    assert.doesNotMatch(restore.command[0], /uuid-ossp/);
    await assert.rejects(task({ schemas: ["auth"] }), /schemas: "auth"/);
    await assert.rejects(task({ schemas: ["a; DROP"] }), /schemas: /);
    await assert.rejects(task({ extensions: ['x"'] }), /extensions: /);
  });

  it("refuses images that others may exchange", async () => {
    await assert.rejects(task({ fetchImage: "public.ecr.aws/aws-cli/aws-cli:latest" }), /fetchImage: /);
    await assert.rejects(task({ restoreImage: "postgres" }), /restoreImage: /);
  });

  it("offers what an operator and `aws ecs run-task` ask for", async () => {
    const { result } = await task();
    assert.match(await promiseOf(result.taskDefinitionArn), /import-task$/);
    assert.equal(await promiseOf(result.securityGroupId), "import-sg-id");
    assert.match(await promiseOf(result.taskRoleArn), /import-run$/);
    assert.match(await promiseOf(result.executionRoleArn), /import-start$/);
    assert.equal(await promiseOf(result.logGroupName), "import-logs");
  });
});
