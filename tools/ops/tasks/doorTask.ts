import {
  DescribeTasksCommand,
  type ECSClient,
  ListTasksCommand,
  StopTaskCommand,
  type Task,
} from "@aws-sdk/client-ecs";
import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";
import type { Clock } from "./clock";
import { newsOf } from "./news";
import type { PreparedTask } from "./preparedTask";
import { startTask, taskIdOf } from "./startTask";
import { watchTask } from "./watchTask";

/** The one container of the migration task: `components/compute/containerDefinition.ts`. */
const CONTAINER = "app";
/** Minutes for an image to be pulled and the agent of ECS Exec to report. */
const START_MINUTES = 10;

/** A running task that a session can be opened in. */
export interface Door {
  readonly taskId: string;
  readonly runtimeId: string;
  /** ARN if this run started it, and so has to stop it. */
  readonly startedArn: string | undefined;
}

/** The task that is already there for sessions, or a new one that sleeps for `minutes` and ends by itself. */
export async function openDoor(
  scene: Scene,
  ecs: ECSClient,
  clock: Clock,
  { task, minutes }: { readonly task: PreparedTask; readonly minutes: number },
): Promise<Door> {
  const found = await findDoor(scene, ecs, task);
  if (found !== undefined) return found;
  const taskArn = await startTask(scene, ecs, {
    taskDefinition: task.arn,
    securityGroupId: scene.outputs.text("migrationSecurityGroupId"),
    startedBy: "ops-tunnel",
    enableExecuteCommand: true,
    overrides: { containerOverrides: [{ name: CONTAINER, command: ["sleep", String(minutes * 60)] }] },
  });
  newsOf(scene)(`Task ${taskIdOf(taskArn)} is started for ${minutes} minutes at most.`);
  const watch = { taskArn, clock, atMostMinutes: START_MINUTES, pretended: PRETENDED };
  const isWished = (each: Task) => runtimeIdOf(each) !== undefined || each.lastStatus === "STOPPED";
  const ready = await watchTask(scene, ecs, watch, isWished);
  const runtimeId = ready && runtimeIdOf(ready);
  if (runtimeId !== undefined) return { taskId: taskIdOf(taskArn), runtimeId, startedArn: taskArn };
  if (ready === undefined) await closeDoor(scene, ecs, taskArn);
  throw new UsageError(
    ready === undefined
      ? `No session can be opened in task ${taskIdOf(taskArn)}: the agent of ECS Exec did not report within ${START_MINUTES} minutes. ` +
          "It needs HTTPS to ssmmessages, and the image a file system that can be written to. The task is stopped."
      : `Task ${taskIdOf(taskArn)} ended before a session could be opened: ${ready.stoppedReason ?? "no reason given"}.`,
  );
}

/** Stops the task that `openDoor` started. */
export async function closeDoor({ outputs, calls }: Scene, ecs: ECSClient, taskArn: string): Promise<void> {
  const cluster = outputs.text("clusterName");
  const command = new StopTaskCommand({ cluster, task: taskArn, reason: "The tunnel is closed" });
  await calls.send("ecs", command, () => ecs.send(command), { $metadata: {} });
}

async function findDoor(scene: Scene, ecs: ECSClient, { family }: PreparedTask): Promise<Door | undefined> {
  const { outputs, calls } = scene;
  const cluster = outputs.text("clusterName");
  const list = new ListTasksCommand({ cluster, family, desiredStatus: "RUNNING" });
  const { taskArns = [] } = await calls.send("ecs", list, () => ecs.send(list), { $metadata: {} });
  if (taskArns.length === 0) return undefined;
  const describe = new DescribeTasksCommand({ cluster, tasks: taskArns });
  const { tasks = [] } = await calls.send("ecs", describe, () => ecs.send(describe), { $metadata: {} });
  for (const task of tasks) {
    const taskId = taskIdOf(task.taskArn ?? "");
    const runtimeId = runtimeIdOf(task);
    if (runtimeId !== undefined) {
      newsOf(scene)(`Task ${taskId} is running and open for sessions; the one who started it stops it.`);
      return { taskId, runtimeId, startedArn: undefined };
    }
    newsOf(scene)(`Task ${taskId} is running, but no session can be opened: ${whyClosed(task)}.`);
  }
  return undefined;
}

const whyClosed = ({ enableExecuteCommand, lastStatus }: Task): string =>
  enableExecuteCommand === true
    ? `its ECS Exec agent is not running yet (${lastStatus ?? "unknown"})`
    : "it was started without ECS Exec";

/** What Session Manager calls the container by; undefined as long as its agent does not run. */
function runtimeIdOf({ enableExecuteCommand, containers = [] }: Task): string | undefined {
  if (enableExecuteCommand !== true) return undefined;
  const container = containers.find(({ name }) => name === CONTAINER);
  const agent = container?.managedAgents?.find(({ name }) => name === "ExecuteCommandAgent");
  return agent?.lastStatus === "RUNNING" ? container?.runtimeId : undefined;
}

const PRETENDED: Task = {
  enableExecuteCommand: true,
  lastStatus: "RUNNING",
  containers: [
    {
      name: CONTAINER,
      runtimeId: "<runtime id>",
      managedAgents: [{ name: "ExecuteCommandAgent", lastStatus: "RUNNING" }],
    },
  ],
};
