import { strict as assert } from "node:assert";
import { DescribeTasksCommand, ECSClient, ListTasksCommand, type Task } from "@aws-sdk/client-ecs";
import { migrate, runMigration } from "../../../tools/ops/migrate";
import { taskIdOf } from "../../../tools/ops/tasks/startTask";
import { client, sceneWith, useEmulator } from "./emulator";
import { useRelay } from "./relay";
import { jumpingClock, prepareTask, writeLog } from "./tasks/prepared";

const IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/api:1.2.0";
const DRY_OUTPUTS = {
  clusterName: "services",
  migrationTaskArn: "arn:aws:ecs:us-east-1:111122223333:task-definition/prod-migrate:7",
  migrationSecurityGroupId: "sg-1",
  privateSubnetIds: ["subnet-1", "subnet-2"],
};

describe("npm run ops -- migrate", () => {
  useEmulator();
  // moto runs no containers: it says 0 of each, at once. This is what a test wants the container to end with.
  let end: Partial<Task> = {};
  let refusal: object | undefined;
  const { asked } = useRelay("ECS", (operation, answer) => {
    if (operation === "RunTask" && refusal !== undefined) return { tasks: [], failures: [refusal] };
    if (operation !== "DescribeTasks" || answer.tasks[0].lastStatus !== "STOPPED") return answer;
    return { ...answer, tasks: [{ ...answer.tasks[0], ...end }] };
  });
  beforeEach(() => {
    end = {};
    refusal = undefined;
  });
  const endsWith = (exitCode: number | undefined, reason?: string) => {
    end = { containers: [{ name: "app", exitCode, reason }], stoppedReason: "Essential container in task exited" };
  };

  const outputs = async (image = IMAGE) => {
    const { taskArn, securityGroupId, ...rest } = await prepareTask("prod-migrate", [{ name: "app", image }]);
    return { ...rest, migrationTaskArn: taskArn, migrationSecurityGroupId: securityGroupId };
  };
  const tasks = async () => {
    const ecs = new ECSClient(client);
    const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: "services" }));
    if (taskArns.length === 0) return [];
    return (await ecs.send(new DescribeTasksCommand({ cluster: "services", tasks: taskArns }))).tasks ?? [];
  };
  /** The container writes lines while it runs. */
  const writing = (...lines: string[]) => {
    let isWritten = false;
    return jumpingClock(async () => {
      if (isWritten) return;
      isWritten = true;
      const { input } = asked.find(({ operation }) => operation === "DescribeTasks") ?? { input: { tasks: [] } };
      await writeLog("app", taskIdOf(input.tasks[0]), lines);
    });
  };

  it("runs the task in the private subnets with its own security group, and ends as it ends", async () => {
    endsWith(0);
    const given = await outputs();
    const scene = sceneWith(given);
    assert.equal(await runMigration({ wait: 60 }, scene, writing("Running upgrade -> 0042")), 0);
    const [task, ...others] = await tasks();
    assert.deepEqual(others, []);
    assert.equal(task?.taskDefinitionArn, given.migrationTaskArn);
    assert.equal(task.launchType, "FARGATE");
    assert.equal(task.startedBy, "ops-migrate");
    const { networkConfiguration } = asked.find(({ operation }) => operation === "RunTask")?.input;
    assert.deepEqual(networkConfiguration.awsvpcConfiguration, {
      subnets: given.privateSubnetIds,
      securityGroups: [given.migrationSecurityGroupId],
      assignPublicIp: "DISABLED",
    });
    assert.deepEqual(scene.said.slice(-5), [
      `Last lines of app (app/app/${taskIdOf(task.taskArn ?? "")}):`,
      "  Running upgrade -> 0042",
      "app: exit code 0",
      "Stopped: Essential container in task exited",
      "The database is migrated.",
    ]);
  });

  it("fails when the container fails, with what it wrote last", async () => {
    endsWith(1);
    const scene = sceneWith(await outputs());
    assert.equal(await runMigration({ wait: 60 }, scene, writing(...lines(30))), 1);
    const said = scene.said.join("\n");
    assert.match(said, /^app: exit code 1$/m);
    assert.match(said, /^ {2}line 11\n[^]*^ {2}line 30$/m);
    assert.doesNotMatch(said, /line 10$/m);
  });

  it("fails when the container never started, and says why", async () => {
    endsWith(undefined, "CannotPullContainerError: not found");
    const scene = sceneWith(await outputs());
    assert.equal(await runMigration({ wait: 60 }, scene, jumpingClock()), 1);
    const said = scene.said.join("\n");
    assert.match(said, /^app: never ran, CannotPullContainerError: not found$/m);
    assert.match(said, /^app wrote nothing to \/ecs\/prod-task\.$/m);
  });

  it("says each call once, however often it looks", async () => {
    endsWith(0);
    const scene = sceneWith(await outputs());
    await runMigration({ wait: 60 }, scene, jumpingClock());
    const looks = asked.filter(({ operation }) => operation === "DescribeTasks").length;
    assert.ok(looks > 1);
    assert.equal(scene.said.filter((line) => line.startsWith("calls ecs DescribeTasks")).length, 1);
  });

  it("leaves alone what takes longer than asked for, and does not call that a success", async () => {
    const scene = sceneWith(await outputs());
    const stuck = { ...jumpingClock(), now: nowPlus(61) };
    assert.equal(await runMigration({ wait: 60 }, scene, stuck), 1);
    assert.match(scene.said.at(-1) ?? "", /still runs after 60 minutes.*aws logs tail \/ecs\/prod-task --follow/);
    assert.ok(!asked.some(({ operation }) => operation === "StopTask"));
  });

  it("only starts it with --wait 0", async () => {
    const scene = sceneWith(await outputs());
    assert.equal(await runMigration({ wait: 0 }, scene, jumpingClock()), 0);
    assert.equal((await tasks()).length, 1);
    assert.match(scene.said.at(-1) ?? "", /is started and not waited for/);
  });

  it("refuses to start without an image of yours", async () => {
    const scene = sceneWith(await outputs("111122223333.dkr.ecr.us-east-1.amazonaws.com/api:unpublished"));
    const refused = runMigration({ wait: 60 }, scene, jumpingClock());
    await assert.rejects(refused, /has no image yet: .*api:unpublished.*service\.migrationTag in Pulumi\.prod\.yaml/);
    assert.deepEqual(await tasks(), []);
  });

  it("says why ECS started nothing", async () => {
    refusal = { reason: "RESOURCE:FARGATE", detail: "no capacity" };
    const refused = runMigration({ wait: 60 }, sceneWith(await outputs()), jumpingClock());
    await assert.rejects(refused, /did not start arn:.*: RESOURCE:FARGATE: no capacity\./);
  });
});

describe("npm run ops -- migrate --dry-run", () => {
  it("shows every call and makes none", async () => {
    const scene = sceneWith(DRY_OUTPUTS, true);
    assert.equal(await runMigration({ wait: 60 }, scene, jumpingClock()), 0);
    const task = `"taskDefinition":"${DRY_OUTPUTS.migrationTaskArn}"`;
    const vpc = `{"subnets":["subnet-1","subnet-2"],"securityGroups":["sg-1"],"assignPublicIp":"DISABLED"}`;
    assert.deepEqual(scene.said, [
      `would call ecs DescribeTaskDefinition {${task}}`,
      `would call ecs RunTask {"cluster":"services",${task},"startedBy":"ops-migrate","launchType":"FARGATE",` +
        `"networkConfiguration":{"awsvpcConfiguration":${vpc}}}`,
      `would call ecs DescribeTasks {"cluster":"services","tasks":["<task ARN>"]}`,
      `would call logs GetLogEvents {"logGroupName":"<log group>","logStreamName":"<prefix>/app/<task ARN>","limit":20}`,
    ]);
  });

  it("explains its options", () => {
    assert.match(migrate.usage, /^npm run ops -- migrate \[options\]/);
    assert.match(migrate.usage, /--wait +minutes to wait/);
  });
});

const lines = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`);

/** Starts at 0 and has gone on by so many minutes whenever it is asked again. */
function nowPlus(minutes: number): () => number {
  let asked = -1;
  return () => ++asked * minutes * 60_000;
}
