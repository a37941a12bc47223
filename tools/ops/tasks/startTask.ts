import { type ECSClient, RunTaskCommand, type TaskOverride } from "@aws-sdk/client-ecs";
import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";

export interface TaskStart {
  readonly taskDefinition: string;
  readonly securityGroupId: string;
  /** Who started it, as the console shows it. */
  readonly startedBy: string;
  readonly overrides?: TaskOverride;
  /** Lets operators into it: ECS Exec. */
  readonly enableExecuteCommand?: boolean;
}

/** Starts a prepared task in the private subnets and answers its ARN. */
export async function startTask({ outputs, calls }: Scene, ecs: ECSClient, start: TaskStart): Promise<string> {
  const { securityGroupId, ...rest } = start;
  const cluster = outputs.text("clusterName");
  const command = new RunTaskCommand({
    cluster,
    ...rest,
    launchType: "FARGATE",
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [...outputs.list("privateSubnetIds")],
        securityGroups: [securityGroupId],
        assignPublicIp: "DISABLED",
      },
    },
  });
  const { tasks = [], failures = [] } = await calls.send("ecs", command, () => ecs.send(command), {
    $metadata: {},
    tasks: [{ taskArn: `<task ARN>` }],
  });
  const taskArn = tasks[0]?.taskArn;
  if (taskArn !== undefined) return taskArn;
  const reasons = failures.map(({ reason = "no reason given", detail }) => [reason, detail].filter(Boolean).join(": "));
  throw new UsageError(`ECS did not start ${start.taskDefinition}: ${reasons.join("; ")}.`);
}

/** Tasks are called by the last part of their ARN. */
export const taskIdOf = (taskArn: string): string => taskArn.replace(/^.*\//, "");
