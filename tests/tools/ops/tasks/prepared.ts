import {
  CreateLogGroupCommand,
  CloudWatchLogsClient,
  CreateLogStreamCommand,
  PutLogEventsCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { CreateClusterCommand, ECSClient, RegisterTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { DescribeSecurityGroupsCommand, DescribeSubnetsCommand, EC2Client } from "@aws-sdk/client-ec2";
import type { Clock } from "../../../../tools/ops/tasks/clock";
import { client } from "../emulator";

export const LOG_GROUP = "/ecs/prod-task";

/** Makes a cluster and a task definition with these containers; answers the outputs that a stack would have. */
export async function prepareTask(family: string, containers: readonly { name: string; image: string }[]) {
  const ecs = new ECSClient(client);
  const ec2 = new EC2Client(client);
  await ecs.send(new CreateClusterCommand({ clusterName: "services" }));
  const containerDefinitions = containers.map(({ name, image }) => ({
    name,
    image,
    memory: 512,
    environment: [{ name: "DATABASE_ENDPOINT", value: "writer.example.com" }],
    logConfiguration: {
      logDriver: "awslogs" as const,
      options: { "awslogs-group": LOG_GROUP, "awslogs-region": "us-east-1", "awslogs-stream-prefix": name },
    },
  }));
  const { taskDefinition } = await ecs.send(
    new RegisterTaskDefinitionCommand({
      family,
      networkMode: "awsvpc",
      requiresCompatibilities: ["FARGATE"],
      cpu: "256",
      memory: "512",
      containerDefinitions,
    }),
  );
  const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
  const { SecurityGroups = [] } = await ec2.send(new DescribeSecurityGroupsCommand({}));
  return {
    clusterName: "services",
    taskArn: taskDefinition?.taskDefinitionArn ?? "",
    privateSubnetIds: Subnets.slice(0, 2).map(({ SubnetId = "" }) => SubnetId),
    securityGroupId: SecurityGroups[0]?.GroupId ?? "",
  };
}

/** Writes lines to the stream that a container of a task writes to. */
export async function writeLog(container: string, taskId: string, messages: readonly string[]): Promise<void> {
  const logs = new CloudWatchLogsClient(client);
  const at = { logGroupName: LOG_GROUP, logStreamName: `${container}/${container}/${taskId}` };
  await logs.send(new CreateLogGroupCommand({ logGroupName: LOG_GROUP })).catch(() => undefined);
  await logs.send(new CreateLogStreamCommand(at));
  const timestamp = Date.now();
  await logs.send(new PutLogEventsCommand({ ...at, logEvents: messages.map((message) => ({ timestamp, message })) }));
}

/** A clock that starts now and jumps when it is waited for; `meanwhile` happens during each wait. */
export function jumpingClock(meanwhile: (minutes: number) => Promise<void> = () => Promise.resolve()): Clock {
  const begun = Date.now();
  let now = begun;
  return {
    now: () => now,
    wait: async (seconds) => {
      now += seconds * 1000;
      await meanwhile((now - begun) / 60_000);
    },
  };
}
