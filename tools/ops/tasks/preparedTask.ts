import { type ContainerDefinition, DescribeTaskDefinitionCommand, type ECSClient } from "@aws-sdk/client-ecs";
import { UsageError } from "../../shared/usageError";
import type { Scene } from "../shared/operation";

/** What the migration's image is called as long as none was ever pushed: `stacks/service.ts`. */
const UNPUBLISHED = /:unpublished$/;

export interface PreparedContainer {
  readonly name: string;
  readonly image: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Where its lines are; `stream` is for one task. Undefined if it writes none. */
  readonly log: { readonly group: string; readonly stream: (taskId: string) => string } | undefined;
}

/** A task that the stack has prepared and somebody starts by hand. */
export interface PreparedTask {
  readonly arn: string;
  readonly family: string;
  readonly containers: readonly PreparedContainer[];
}

/** Reads a task definition; `pretended` names its containers for a dry run. */
export async function readPreparedTask(
  { calls }: Scene,
  ecs: ECSClient,
  arn: string,
  pretended: readonly string[],
): Promise<PreparedTask> {
  const command = new DescribeTaskDefinitionCommand({ taskDefinition: arn });
  const containerDefinitions = pretended.map((name) => ({ name, ...PRETENDED_CONTAINER }));
  const { taskDefinition } = await calls.send("ecs", command, () => ecs.send(command), {
    $metadata: {},
    taskDefinition: { containerDefinitions },
  });
  return {
    arn,
    family: arn.replace(/^.*\//, "").replace(/:\d+$/, ""),
    containers: (taskDefinition?.containerDefinitions ?? []).map(containerOf),
  };
}

/** A task whose image nobody has pushed would wait for it and fail minutes later. */
export function refuseUnpublished({ containers }: PreparedTask, stack: string): void {
  const image = containers.find((each) => UNPUBLISHED.test(each.image))?.image;
  if (image === undefined) return;
  throw new UsageError(
    `The migration task has no image yet: ${image} only stands in for one. Push yours to the repository in the output ` +
      `repositoryUrl, set service.migrationTag in Pulumi.${stack}.yaml to its tag, and run \`npm run up -- --stack ${stack}\`.`,
  );
}

const PRETENDED_CONTAINER = {
  image: "<image>",
  environment: [{ name: "DATABASE_ENDPOINT", value: "<endpoint of the writer>" }],
  logConfiguration: {
    logDriver: "awslogs" as const,
    options: { "awslogs-group": "<log group>", "awslogs-stream-prefix": "<prefix>" },
  },
};

function containerOf(definition: ContainerDefinition): PreparedContainer {
  const { name = "", image = "", environment = [], logConfiguration } = definition;
  const options = logConfiguration?.options ?? {};
  const { "awslogs-group": group, "awslogs-stream-prefix": prefix } = options;
  return {
    name,
    image,
    environment: Object.fromEntries(environment.map((each) => [each.name ?? "", each.value ?? ""])),
    // "Send Amazon ECS logs to CloudWatch", Amazon ECS Developer Guide: prefix/container/task.
    log: group === undefined || prefix === undefined ? undefined : { group, stream: (id) => `${prefix}/${name}/${id}` },
  };
}
