import {
  type Counter,
  each,
  listed,
  merged,
  numberAt,
  parentOf,
  perAccount,
  perParent,
  perRegion,
  sum,
} from "../counter";
import { at, type Fleet, listAt, nameOf, numberOf, type Placed, textOf } from "../fleet";
import { valueAt } from "../../snapshot/valueAt";

interface Service {
  readonly name: string;
  readonly region: string;
  /** Of one task. */
  readonly vcpus: number;
  readonly least: number;
  readonly most: number;
  /** Tasks beside those that run while a release replaces them, as a share of them. */
  readonly surge: number;
}

/** ECS writes 1024 for one vCPU. */
const UNITS = 1024;
const SERVICE = "ecs/service:Service";

function servicesOf(fleet: Fleet): Service[] {
  return fleet.all(SERVICE).map((one) => {
    const { region, resource, references } = one;
    const [task] = references.of(resource, "taskDefinition", "ecs/taskDefinition:TaskDefinition");
    const target = references
      .all("appautoscaling/target:Target")
      .find(({ propertyDependencies }) => propertyDependencies["resourceId"]?.includes(resource.urn));
    const count = numberAt(one, "desiredCount") || 1;
    return {
      name: nameOf(one),
      region,
      vcpus: Number(textOf(task?.inputs["cpu"]) ?? "0") / UNITS,
      least: numberOf(target?.inputs["minCapacity"]) || count,
      most: numberOf(target?.inputs["maxCapacity"]) || count,
      surge: (numberAt(one, "deploymentMaximumPercent") || 200) / 100 - 1,
    };
  });
}

const vcpus =
  (tasks: (service: Service) => number): Counter =>
  (fleet) =>
    sum(servicesOf(fleet).map((service) => [service.region, tasks(service) * service.vcpus]));

const containers = (one: Placed): readonly unknown[] => {
  const text = textOf(at(one, "containerDefinitions"));
  const read: unknown = text?.startsWith("[") === true ? JSON.parse(text) : [];
  return Array.isArray(read) ? read : [];
};

const isArm = (one: Placed) => at(one, "environment", "type") === "ARM_CONTAINER";

export const COMPUTE: Readonly<Record<string, Counter>> = {
  clustersPerRegion: perRegion(["ecs/cluster:Cluster"]),
  servicesPerCluster: perParent(SERVICE, "cluster"),
  containersPerTaskDefinition: each(["ecs/taskDefinition:TaskDefinition"], (one) => containers(one).length),
  // Blue/green names a second one beside the first.
  targetGroupsPerService: each([SERVICE], (one) =>
    listAt(one.resource.inputs, "loadBalancers").reduce<number>(
      (all, each) => all + (valueAt(each, "advancedConfiguration") === undefined ? 1 : 2),
      0,
    ),
  ),
  tasksPerService: (fleet) => sum(servicesOf(fleet).map(({ name, most }) => [name, most])),
  fargateVcpusRunning: vcpus(({ least }) => least),
  fargateVcpusAtMost: vcpus(({ most }) => most),
  // One release at a time: the largest comes on top of what runs.
  fargateVcpusDeploying: (fleet) => {
    const services = servicesOf(fleet);
    const [largest] = services.toSorted((a, b) => b.least * b.vcpus - a.least * a.vcpus);
    const surge =
      largest === undefined ? [] : [[largest.region, largest.least * largest.surge * largest.vcpus] as const];
    return merged(vcpus(({ least }) => least)(fleet), sum(surge));
  },
  scalableTargetsEcs: perRegion(["appautoscaling/target:Target"]),
  policiesPerScalableTarget: perParent("appautoscaling/policy:Policy", "resourceId"),
  lambdaConcurrency: (fleet) =>
    sum(
      fleet
        .all("lambda/function:Function")
        .map((one) => [one.region, Math.max(0, numberAt(one, "reservedConcurrentExecutions"))]),
    ),
  repositoriesPerRegion: perRegion(["ecr/repository:Repository"]),
  replicationRulesEcr: listed(
    "ecr/replicationConfiguration:ReplicationConfiguration",
    "replicationConfiguration",
    "rules",
  ),
  buildProjectsPerRegion: perRegion(["codebuild/project:Project"]),
  // One pipeline runs its builds one after the other; several pipelines do not wait for each other.
  concurrentBuildsArmMedium: (fleet) => {
    const building = fleet.all("codebuild/project:Project").filter(isArm);
    const stacks = new Set(building.map(({ stack, region }) => `${region}\n${stack}`));
    return sum([...stacks].map((each) => [each.split("\n")[0] ?? "", 1]));
  },
  pipelinesPerRegion: perRegion(["codepipeline/pipeline:Pipeline"]),
  stagesPerPipeline: listed("codepipeline/pipeline:Pipeline", "stages"),
  actionsPerStage: (fleet) =>
    sum(
      fleet
        .all("codepipeline/pipeline:Pipeline")
        .flatMap((one) =>
          listAt(one.resource.inputs, "stages").map(
            (stage) =>
              [`${one.stack}: ${textOf(valueAt(stage, "name")) ?? "?"}`, listAt(stage, "actions").length] as const,
          ),
        ),
    ),
  connectionsPerRegion: perRegion(["codeconnections/connection:Connection"]),
  notificationRulesPerAccount: perAccount(["codestarnotifications/notificationRule:NotificationRule"]),
  notificationRulesPerResource: (fleet) =>
    sum(
      fleet.all("codestarnotifications/notificationRule:NotificationRule").map((one) => [parentOf(one, "resource"), 1]),
    ),
  targetsPerNotificationRule: listed("codestarnotifications/notificationRule:NotificationRule", "targets"),
  amplifyApps: perRegion(["amplify/app:App"]),
  branchesPerApp: perParent("amplify/branch:Branch", "appId"),
};
