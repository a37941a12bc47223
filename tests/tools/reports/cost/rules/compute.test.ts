import { priced } from "../priced";
import { part } from "../stack";

const task = (cpu: string, memory: string, cpuArchitecture: string) =>
  part("ecs/taskDefinition:TaskDefinition", "task", { cpu, memory, runtimePlatform: { cpuArchitecture } });
const service = (more: object = {}) =>
  part("ecs/service:Service", "api", { desiredCount: 2, ...more }, { taskDefinition: ["task"] });
const scaling = (minCapacity: number, maxCapacity: number) =>
  part("appautoscaling/target:Target", "tasks", { minCapacity, maxCapacity }, { resourceId: ["api"] });

priced("Containers", [
  ["two tasks of one vCPU, ARM", [task("1024", "2048", "ARM64"), service()], {}, "vCPU of service", 47.27],
  ["x86 is dearer", [task("1024", "2048", "X86_64"), service()], {}, "vCPU of service", 59.1],
  ["half a vCPU is half as dear", [task("512", "1024", "ARM64"), service()], {}, "vCPU of service", 23.64],
  [
    "scaling keeps its least",
    [task("1024", "2048", "ARM64"), service(), scaling(3, 9)],
    { serviceVcpu: 0 },
    "vCPU of service",
    70.91,
  ],
  [
    "scaling follows the load up to its most",
    [task("1024", "2048", "ARM64"), service(), scaling(1, 4)],
    { serviceVcpu: 50 },
    "vCPU of service",
    94.55,
  ],
  [
    "a task of no service runs for hours",
    [task("1024", "2048", "ARM64")],
    { taskRunHours: 10 },
    "vCPU of single tasks",
    0.32,
  ],
  [
    "an internal load balancer has no public address",
    [part("lb/loadBalancer:LoadBalancer", "lb", { internal: true, subnets: ["a", "b"] })],
    {},
    "public IPv4 addresses",
    0,
  ],
  [
    "a public one has one in each zone",
    [part("lb/loadBalancer:LoadBalancer", "lb", { internal: false, subnets: ["a", "b"] })],
    {},
    "public IPv4 addresses",
    7.3,
  ],
]);
