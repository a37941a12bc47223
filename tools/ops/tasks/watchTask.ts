import { DescribeTasksCommand, type ECSClient, type Task } from "@aws-sdk/client-ecs";
import type { Scene } from "../shared/operation";
import type { Clock } from "./clock";
import { newsOf } from "./news";
import { waitWithProgress } from "./progress";
import { sayingOnce } from "./sayingOnce";

export interface Watch {
  readonly taskArn: string;
  readonly clock: Clock;
  readonly atMostMinutes: number;
  /** What a dry run finds. */
  readonly pretended: Task;
}

/** Follows a task until it is as wished; undefined if that takes too long. */
export function watchTask(
  scene: Scene,
  ecs: ECSClient,
  watch: Watch,
  isWished: (task: Task) => boolean,
): Promise<Task | undefined> {
  const { taskArn, clock, atMostMinutes, pretended } = watch;
  const calls = sayingOnce(scene);
  const command = new DescribeTasksCommand({ cluster: scene.outputs.text("clusterName"), tasks: [taskArn] });
  const look = async () => {
    const { tasks = [] } = await calls.send("ecs", command, () => ecs.send(command), {
      $metadata: {},
      tasks: [pretended],
    });
    const [task] = tasks;
    // ECS may not know yet what it has just started.
    if (task === undefined) return { state: "not listed yet" };
    const state = task.lastStatus ?? "unknown";
    return isWished(task) ? { state, end: task } : { state };
  };
  return waitWithProgress(look, { clock, say: newsOf(scene), atMostMinutes });
}
