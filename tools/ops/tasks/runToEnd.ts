import type { ECSClient, Task, TaskOverride } from "@aws-sdk/client-ecs";
import type { Scene } from "../shared/operation";
import type { Clock } from "./clock";
import { newsOf } from "./news";
import type { PreparedTask } from "./preparedTask";
import { startTask, taskIdOf } from "./startTask";
import { showLog } from "./taskLog";
import { watchTask } from "./watchTask";

export interface Run {
  readonly task: PreparedTask;
  readonly securityGroupId: string;
  readonly startedBy: string;
  readonly overrides?: TaskOverride;
  /** Minutes after which it is left alone, still running; 0 does not wait at all. */
  readonly waitMinutes: number;
}

/** How a task ended; `left` runs on, and in a dry run it is only `pretended`. */
export type Ending = "succeeded" | "failed" | "left" | "pretended";

/** Starts a task, follows it to its end and shows how each container came out and what it wrote last. */
export async function runToEnd(scene: Scene, ecs: ECSClient, clock: Clock, run: Run): Promise<Ending> {
  const { task, waitMinutes, ...start } = run;
  const say = newsOf(scene);
  const taskArn = await startTask(scene, ecs, { taskDefinition: task.arn, ...start });
  const id = taskIdOf(taskArn);
  if (waitMinutes === 0) {
    say(`Task ${id} is started and not waited for. ${whereToLook(scene, task)}`);
    return "left";
  }
  say(`Task ${id} is started. Ctrl-C ends the waiting, not the task.`);
  const watch = { taskArn, clock, atMostMinutes: waitMinutes, pretended: pretendedEnd(task) };
  const ended = await watchTask(scene, ecs, watch, ({ lastStatus }) => lastStatus === "STOPPED");
  if (ended === undefined) {
    say(`Task ${id} still runs after ${waitMinutes} minutes and is left alone. ${whereToLook(scene, task)}`);
    return "left";
  }
  for (const container of task.containers) await showLog(scene, container, id);
  if (scene.calls.isDryRun) return "pretended";
  for (const line of endOf(ended)) say(line);
  return hasSucceeded(ended) ? "succeeded" : "failed";
}

/** A container that never started has no exit code, and that is a failure too. */
function hasSucceeded({ containers = [] }: Task): boolean {
  return containers.length > 0 && containers.every(({ exitCode }) => exitCode === 0);
}

/** "Essential container in task exited" is what ECS says of every end, so the exit codes come first. */
function endOf({ containers = [], stoppedReason }: Task): string[] {
  return [
    ...containers.map(({ name = "a container", exitCode, reason }) => {
      const code = exitCode === undefined ? "never ran" : `exit code ${exitCode}`;
      return `${name}: ${code}${reason === undefined ? "" : `, ${reason}`}`;
    }),
    ...(stoppedReason ? [`Stopped: ${stoppedReason}`] : []),
  ];
}

const pretendedEnd = ({ containers }: PreparedTask): Task => ({
  lastStatus: "STOPPED",
  containers: containers.map(({ name }) => ({ name, exitCode: 0 })),
});

function whereToLook({ client }: Scene, { containers }: PreparedTask): string {
  const groups = [...new Set(containers.map(({ log }) => log?.group).filter((group) => group !== undefined))];
  return `Read on with: ${groups.map((each) => `aws logs tail ${each} --follow --region ${client.region}`).join("; ")}`;
}
