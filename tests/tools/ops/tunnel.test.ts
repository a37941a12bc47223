import { strict as assert } from "node:assert";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DescribeTasksCommand, ECSClient, ListTasksCommand, RunTaskCommand, type Task } from "@aws-sdk/client-ecs";
import { taskIdOf } from "../../../tools/ops/tasks/startTask";
import { runTunnel, tunnel } from "../../../tools/ops/tunnel";
import { client, sceneWith, useEmulator } from "./emulator";
import { useRelay } from "./relay";
import { jumpingClock, prepareTask } from "./tasks/prepared";

const CHOICE = { port: 15432, minutes: 30, host: undefined };
const DATABASE = {
  databasePort: 5432,
  databaseName: "telehealth",
  databaseSecretArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-1",
};

describe("npm run ops -- tunnel", () => {
  useEmulator();
  // moto knows nothing of ECS Exec: the relay remembers which tasks were started with it, and tells of their agents.
  let isAgentRunning = true;
  const withExec = new Set<string>();
  const { asked } = useRelay("ECS", (operation, answer) => {
    if (operation === "RunTask" && asked.at(-1)?.input.enableExecuteCommand === true)
      withExec.add(answer.tasks[0].taskArn);
    return operation === "DescribeTasks" ? { ...answer, tasks: answer.tasks.map(withAgent) } : answer;
  });
  const withAgent = (task: Task): Task => {
    const isOpen = withExec.has(task.taskArn ?? "");
    const lastStatus = isAgentRunning ? "RUNNING" : "PENDING";
    const container = {
      name: "app",
      runtimeId: "runtime-1",
      managedAgents: [{ name: "ExecuteCommandAgent" as const, lastStatus }],
    };
    return { ...task, enableExecuteCommand: isOpen, ...(isOpen ? { containers: [container] } : {}) };
  };

  const folder = mkdtempSync(join(tmpdir(), "tunnel-"));
  const record = join(folder, "words");
  const path = process.env["PATH"];
  /** Stands in for the two programs: writes down how it was called. */
  const install = (exitCode: number, ...names: string[]) => {
    for (const name of names) {
      writeFileSync(
        join(folder, name),
        `#!/bin/sh\nfor word in "$@"; do echo "$word" >> ${record}; done\nexit ${exitCode}\n`,
      );
      chmodSync(join(folder, name), 0o755);
    }
  };
  const words = () => (existsSync(record) ? readFileSync(record, "utf8").trim().split("\n") : []);
  beforeEach(async () => {
    isAgentRunning = true;
    withExec.clear();
    for (const name of ["words", "aws", "session-manager-plugin"]) rmSync(join(folder, name), { force: true });
    process.env["PATH"] = folder;
    // Otherwise a task of moto ends after four looks.
    await transition("set", { progression: "manual", times: 1000 });
  });
  afterEach(async () => {
    process.env["PATH"] = path;
    await transition("unset");
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const ecs = () => new ECSClient(client);
  const outputs = async (image = "api:1.2.0") => {
    const { taskArn, securityGroupId, ...rest } = await prepareTask("prod-migrate", [{ name: "app", image }]);
    return { ...rest, ...DATABASE, migrationTaskArn: taskArn, migrationSecurityGroupId: securityGroupId };
  };
  type Outputs = Awaited<ReturnType<typeof outputs>>;
  const running = async (given: Outputs, enableExecuteCommand: boolean) => {
    const { migrationTaskArn: taskDefinition, privateSubnetIds: subnets, migrationSecurityGroupId } = given;
    const networkConfiguration = { awsvpcConfiguration: { subnets, securityGroups: [migrationSecurityGroupId] } };
    const run = { cluster: "services", taskDefinition, enableExecuteCommand, networkConfiguration };
    const { tasks = [] } = await ecs().send(new RunTaskCommand({ ...run, launchType: "FARGATE" }));
    asked.length = 0;
    return taskIdOf(tasks[0]?.taskArn ?? "");
  };
  const statuses = async () => {
    const all = await Promise.all(
      (["RUNNING", "STOPPED"] as const).map(async (desiredStatus) => {
        const { taskArns = [] } = await ecs().send(new ListTasksCommand({ cluster: "services", desiredStatus }));
        return taskArns;
      }),
    );
    if (all.flat().length === 0) return {};
    const { tasks = [] } = await ecs().send(new DescribeTasksCommand({ cluster: "services", tasks: all.flat() }));
    return Object.fromEntries(tasks.map(({ taskArn = "", lastStatus }) => [taskIdOf(taskArn), lastStatus]));
  };
  const started = () => asked.filter(({ operation }) => operation === "RunTask");
  const sessionIn = (taskId: string, host = "writer.example.com") => [
    ...["ssm", "start-session", "--region", "us-east-1", "--target", `ecs:services_${taskId}_runtime-1`],
    ...["--document-name", "AWS-StartPortForwardingSessionToRemoteHost"],
    ...["--parameters", `host=${host},portNumber=5432,localPortNumber=15432`],
  ];

  it("opens a session in the task that is already there, and leaves that task to who started it", async () => {
    install(0, "aws", "session-manager-plugin");
    const given = await outputs();
    const taskId = await running(given, true);
    assert.equal(await runTunnel(CHOICE, sceneWith(given), jumpingClock()), 0);
    assert.deepEqual(words(), sessionIn(taskId));
    assert.deepEqual(started(), []);
    assert.deepEqual(await statuses(), { [taskId]: "RUNNING" });
  });

  it("starts a task that sleeps where none is running, and stops that one afterwards", async () => {
    install(0, "aws", "session-manager-plugin");
    const given = await outputs();
    assert.equal(await runTunnel(CHOICE, sceneWith(given), jumpingClock()), 0);
    const [run] = started();
    assert.equal(run?.input.taskDefinition, given.migrationTaskArn);
    assert.equal(run.input.enableExecuteCommand, true);
    assert.deepEqual(run.input.overrides, { containerOverrides: [{ name: "app", command: ["sleep", "1800"] }] });
    const [[taskId, status] = ["", ""]] = Object.entries(await statuses());
    assert.equal(status, "STOPPED");
    assert.deepEqual(words(), sessionIn(taskId));
  });

  it("stops its own task and no other one", async () => {
    install(0, "aws", "session-manager-plugin");
    const given = await outputs();
    const closed = await running(given, false);
    const scene = sceneWith(given);
    await runTunnel(CHOICE, scene, jumpingClock());
    const after = await statuses();
    assert.equal(after[closed], "RUNNING");
    assert.deepEqual(Object.values(after).sort(), ["RUNNING", "STOPPED"]);
    assert.match(scene.said.join("\n"), new RegExp(`^Task ${closed} is running, .* started without ECS Exec\\.$`, "m"));
  });

  it("ends as the session ends, with its task stopped", async () => {
    install(255, "aws", "session-manager-plugin");
    assert.equal(await runTunnel(CHOICE, sceneWith(await outputs()), jumpingClock()), 255);
    assert.deepEqual(Object.values(await statuses()), ["STOPPED"]);
  });

  it("gives up, and stops its task, when the agent does not come", async () => {
    isAgentRunning = false;
    const scene = sceneWith(await outputs());
    await assert.rejects(
      runTunnel(CHOICE, scene, jumpingClock()),
      /the agent of ECS Exec did not report within 10 min/,
    );
    assert.deepEqual(Object.values(await statuses()), ["STOPPED"]);
    assert.deepEqual(words(), []);
  });

  it("says why a task ended before anybody got in", async () => {
    isAgentRunning = false;
    await transition("unset");
    await assert.rejects(
      runTunnel(CHOICE, sceneWith(await outputs()), jumpingClock()),
      /ended before a session could be/,
    );
  });

  it("prints the command, and what to install, where the programs are missing", async () => {
    install(0, "aws");
    const scene = sceneWith(await outputs());
    assert.equal(await runTunnel(CHOICE, scene, jumpingClock()), 1);
    const [[taskId, status] = ["", ""]] = Object.entries(await statuses());
    assert.equal(status, "RUNNING");
    const said = scene.said.join("\n");
    assert.ok(said.includes(`runs aws ${sessionIn(taskId).join(" ")}`));
    assert.match(
      said,
      /^session-manager-plugin: not on this computer, .*Install\n {2}session-manager-plugin, its plugin/m,
    );
    assert.doesNotMatch(said, / {2}aws, the AWS CLI/);
    assert.deepEqual(words(), []);
  });

  it("leads to another host where one is named", async () => {
    install(0, "aws", "session-manager-plugin");
    const given = await outputs();
    const taskId = await running(given, true);
    await runTunnel({ ...CHOICE, host: "restored.example.com" }, sceneWith(given), jumpingClock());
    assert.deepEqual(words(), sessionIn(taskId, "restored.example.com"));
  });

  it("refuses where the migration has no image yet", async () => {
    await assert.rejects(
      runTunnel(CHOICE, sceneWith(await outputs("api:unpublished")), jumpingClock()),
      /no image yet/,
    );
    assert.deepEqual(started(), []);
  });
});

describe("npm run ops -- tunnel --dry-run", () => {
  const OUTPUTS = {
    ...DATABASE,
    clusterName: "services",
    migrationTaskArn: "arn:aws:ecs:us-east-1:111122223333:task-definition/prod-migrate:7",
    migrationSecurityGroupId: "sg-1",
    privateSubnetIds: ["subnet-1"],
  };

  it("shows every call and the command, and runs none", async () => {
    const scene = sceneWith(OUTPUTS, true);
    assert.equal(await runTunnel({ ...CHOICE, host: "db.example.com" }, scene, jumpingClock()), 0);
    const vpc = `{"subnets":["subnet-1"],"securityGroups":["sg-1"],"assignPublicIp":"DISABLED"}`;
    const tls = "sslmode=verify-full sslrootcert=global-bundle.pem";
    assert.deepEqual(scene.said, [
      `would call ecs DescribeTaskDefinition {"taskDefinition":"${OUTPUTS.migrationTaskArn}"}`,
      `would call ecs ListTasks {"cluster":"services","family":"prod-migrate","desiredStatus":"RUNNING"}`,
      `would call ecs RunTask {"cluster":"services","taskDefinition":"${OUTPUTS.migrationTaskArn}","startedBy":"ops-tunnel",` +
        `"enableExecuteCommand":true,"overrides":{"containerOverrides":[{"name":"app","command":["sleep","1800"]}]},` +
        `"launchType":"FARGATE","networkConfiguration":{"awsvpcConfiguration":${vpc}}}`,
      `would call ecs DescribeTasks {"cluster":"services","tasks":["<task ARN>"]}`,
      "would run aws ssm start-session --region us-east-1 --target ecs:services_<task ARN>_<runtime id> " +
        "--document-name AWS-StartPortForwardingSessionToRemoteHost " +
        "--parameters host=db.example.com,portNumber=5432,localPortNumber=15432",
      "Once it waits for connections, in another terminal, with the certificates of RDS " +
        "(curl -O https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem):",
      `  export PGPASSWORD="$(aws rds generate-db-auth-token --hostname db.example.com --port 5432 --username operator --region us-east-1)"`,
      `  psql "host=db.example.com hostaddr=127.0.0.1 port=15432 dbname=telehealth user=operator ${tls}"`,
      "The token is good for 15 minutes to log in with. The user operator has to be made by a migration: CREATE USER operator;",
      "GRANT rds_iam TO operator. As the master user, where you may read its secret (.username has its name):",
      `  export PGPASSWORD="$(aws secretsmanager get-secret-value --secret-id '${DATABASE.databaseSecretArn}' ` +
        `--region us-east-1 --query SecretString --output text | jq -r .password)"`,
      `would call ecs StopTask {"cluster":"services","task":"<task ARN>","reason":"The tunnel is closed"}`,
    ]);
  });

  it("explains its options", () => {
    for (const option of ["port", "minutes", "host", "dry-run"])
      assert.match(tunnel.usage, new RegExp(`^--${option} `, "m"));
  });
});

/** How tasks of moto go on. */
async function transition(verb: "set" | "unset", settings?: object): Promise<void> {
  const body = JSON.stringify({ model_name: "ecs::task", transition: settings });
  await fetch(`${process.env["AWS_ENDPOINT_URL"] ?? ""}/moto-api/state-manager/${verb}-transition`, {
    method: "POST",
    body,
  });
}
