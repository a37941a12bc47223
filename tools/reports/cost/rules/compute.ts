import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { listAt, numberAt, textAt, valueAt } from "../fields";
import type { Item } from "../line";
import { gigabytes, placesOf, share, type Context, type Rules } from "../rule";
import { HOURS } from "../usage/usage";

const TASK = "ecs/taskDefinition:TaskDefinition";
const SERVICE = "ecs/service:Service";
/** ECS gives 1,024 units for a vCPU and counts memory in MB. */
const UNITS = 1024;
/** GB of disk that a task has without a charge: "AWS Fargate pricing". */
const FREE_DISK_GB = 20;
/** New connections a second, and GB an hour, that one LCU covers: "Elastic Load Balancing pricing". */
const LCU = { connections: 25, gb: 1 };
/** Metrics of enhanced Container Insights, roughly: of a cluster and its service, and of each task. */
const INSIGHTS = { cluster: 70, task: 60, standard: 16 };
const fargate = "containers on Fargate";

export const COMPUTE_RULES = {
  [SERVICE]: ecsService,
  [TASK]: oneOffTask,
  "ecs/cluster:Cluster": ecsCluster,
  "lb/loadBalancer:LoadBalancer": loadBalancer,
  "lambda/function:Function": lambda,
} satisfies Rules;

function ecsService(resource: SnapshotResource, context: Context): readonly Item[] | undefined {
  const [task] = context.graph.of(resource, "taskDefinition", TASK);
  if (task === undefined || textAt(resource, "launchType") === "EC2") return undefined;
  const tasks = tasksOf(resource, task, context);
  const isPublic = valueAt(resource, "networkConfiguration.assignPublicIp") === true;
  const address: Item = {
    service: "Fargate",
    what: "public IPv4 addresses of tasks",
    quantity: HOURS * tasks,
    price: "vpc.ipv4.hour",
    purpose: fargate,
  };
  return [
    ...taskItems(task, HOURS * tasks, "service"),
    ...(isPublic ? [address] : []),
    {
      service: "Fargate",
      what: "traffic between zones",
      quantity: share(context.usage.crossZoneGb, context.graph.all(SERVICE).length),
      price: "transfer.zone.gb",
      purpose: "tasks in two zones, so that one may fail",
    },
  ];
}

/** The average: what the load needs, within what auto scaling may do. */
function tasksOf(service: SnapshotResource, task: SnapshotResource, { graph, usage }: Context): number {
  const desired = numberAt(service, "desiredCount", 1);
  const [scaling] = graph.users("appautoscaling/target:Target", "resourceId", service);
  if (scaling === undefined) return desired;
  const needed = share(usage.serviceVcpu, graph.all(SERVICE).length) / (numberAt(task, "cpu", UNITS) / UNITS);
  return Math.min(numberAt(scaling, "maxCapacity", needed), Math.max(numberAt(scaling, "minCapacity", 0), needed));
}

/** A task definition that no service keeps running. */
function oneOffTask(resource: SnapshotResource, { graph, usage }: Context): readonly Item[] {
  const isService = graph.users(SERVICE, "taskDefinition", resource).length > 0;
  return isService ? [] : taskItems(resource, usage.taskRunHours, "single tasks");
}

function taskItems(task: SnapshotResource, hours: number, of: string): readonly Item[] {
  const arm = textAt(task, "runtimePlatform.cpuArchitecture") === "ARM64";
  const disk = numberAt(task, "ephemeralStorage.sizeInGib", FREE_DISK_GB) - FREE_DISK_GB;
  const made = (what: string, each: number, price: Item["price"]): Item => ({
    service: "Fargate",
    what: `${what} of ${of}`,
    quantity: hours * each,
    price,
    purpose: fargate,
  });
  return [
    made("vCPU", numberAt(task, "cpu", 256) / UNITS, arm ? "fargate.arm.cpu" : "fargate.x86.cpu"),
    made("memory", numberAt(task, "memory", 512) / UNITS, arm ? "fargate.arm.memory" : "fargate.x86.memory"),
    ...(disk > 0 ? [made("larger disk", disk, "fargate.disk")] : []),
  ];
}

function ecsCluster(resource: SnapshotResource, context: Context): readonly Item[] {
  const setting = listAt(resource, "settings").find((each) => each["name"] === "containerInsights")?.["value"];
  if (setting !== "enhanced" && setting !== "enabled") return [];
  const tasks = context.graph.users(SERVICE, "cluster", resource).reduce((sum, service) => {
    const [task] = context.graph.of(service, "taskDefinition", TASK);
    return task === undefined ? sum : sum + tasksOf(service, task, context);
  }, 0);
  const enhanced = setting === "enhanced";
  return [
    {
      service: "CloudWatch",
      what: enhanced ? "Container Insights, enhanced" : "Container Insights",
      quantity: enhanced ? INSIGHTS.cluster + INSIGHTS.task * tasks : INSIGHTS.standard,
      price: enhanced ? "metric.insights" : "metric.custom",
      purpose: "figures of each container",
    },
  ];
}

function loadBalancer(resource: SnapshotResource, context: Context): readonly Item[] | undefined {
  if ((textAt(resource, "loadBalancerType") || "application") !== "application") return undefined;
  const { apiRequestsMillions, apiResponseKb } = context.usage;
  const balancers = context.graph.all("lb/loadBalancer:LoadBalancer").length;
  const connections = (apiRequestsMillions * 1e6) / (HOURS * 3600) / LCU.connections;
  const traffic = gigabytes(apiRequestsMillions, apiResponseKb);
  const purpose = "a load balancer in front of the containers";
  const isPublic = valueAt(resource, "internal") !== true;
  return [
    { service: "Load balancer", what: "load balancer", quantity: HOURS, price: "alb.hour", purpose },
    {
      service: "Load balancer",
      what: "capacity units",
      quantity: share(HOURS * Math.max(connections, traffic / HOURS / LCU.gb), balancers),
      price: "alb.lcu.hour",
      purpose,
    },
    ...(isPublic
      ? ([
          {
            service: "Load balancer",
            what: "public IPv4 addresses",
            quantity: HOURS * placesOf(resource, "subnets", context),
            price: "vpc.ipv4.hour",
            purpose,
          },
          {
            service: "Load balancer",
            what: "traffic to the internet",
            quantity: share(traffic, balancers),
            price: "transfer.internet.gb",
            purpose,
          },
        ] as const)
      : []),
  ];
}

function lambda(resource: SnapshotResource, { usage, freeTier }: Context): readonly Item[] {
  const arm = JSON.stringify(valueAt(resource, "architectures") ?? []).includes("arm64");
  const calls = Math.max(0, usage.handlerCallsMillions - (freeTier ? 1 : 0));
  const seconds = calls * 1e6 * 0.2;
  const purpose = "functions";
  return [
    { service: "Lambda", what: "calls of functions", quantity: calls, price: "lambda.requests", purpose },
    {
      service: "Lambda",
      what: "time of functions",
      quantity: (seconds * numberAt(resource, "memorySize", 128)) / 1024,
      price: arm ? "lambda.arm" : "lambda.x86",
      purpose,
    },
  ];
}
