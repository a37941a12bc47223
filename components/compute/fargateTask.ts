import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { containerDefinitions, type Serving } from "./containerDefinition";
import { logGroup } from "../shared/logGroup";
import { type TaskRoles, taskRoles } from "./taskRoles";
import { refuseBadTask, TASK_DEFAULTS, type TaskSpec } from "./taskSpec";

export interface FargateTask extends TaskRoles {
  readonly definitionArn: pulumi.Output<string>;
  readonly logGroupName: pulumi.Output<string>;
}

/** Log group, roles and task definition of something that runs on Fargate. */
export function fargateTask(component: pulumi.Resource, name: string, spec: TaskSpec, serving?: Serving): FargateTask {
  refuseBadTask(component, spec);
  const { cpu, memoryMiB, architecture } = { ...TASK_DEFAULTS, ...spec };
  const logs = logGroup(component, `${name}-logs`, spec);
  const roles = taskRoles(component, name, spec, logs.arn);
  const definition = new aws.ecs.TaskDefinition(
    `${name}-task`,
    {
      // Families are account-wide and have no auto-name: two stacks would count up each other's revisions.
      family: `${pulumi.getStack()}-${name}`,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      cpu: String(cpu),
      memory: String(memoryMiB),
      runtimePlatform: { cpuArchitecture: architecture, operatingSystemFamily: "LINUX" },
      executionRoleArn: roles.executionRoleArn,
      taskRoleArn: roles.taskRoleArn,
      containerDefinitions: containerDefinitions(spec, logs.name, serving),
      // ECS cannot roll back to a revision that Pulumi has already deregistered.
      skipDestroy: true,
    },
    { parent: component },
  );
  return { ...roles, definitionArn: definition.arn, logGroupName: logs.name };
}
