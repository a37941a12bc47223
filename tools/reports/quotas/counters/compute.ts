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
import { valueAt } from "../../../shared/snapshot/valueAt";

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

/** Pulumi has it as text. */
const vcpusOf = (task: Readonly<Record<string, unknown>> = {}) => Number(textOf(task["cpu"]) ?? "0") / UNITS;

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
      vcpus: vcpusOf(task?.inputs),
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

/** Tasks that are run by themselves: a migration, an import. */
function largestTask(fleet: Fleet): (readonly [region: string, vcpus: number])[] {
  const ofServices = new Set(
    fleet
      .all(SERVICE)
      .flatMap(({ resource, references }) =>
        references.of(resource, "taskDefinition", "ecs/taskDefinition:TaskDefinition"),
      )
      .map(({ urn }) => urn),
  );
  const [largest] = fleet
    .all("ecs/taskDefinition:TaskDefinition")
    .filter(({ resource }) => !ofServices.has(resource.urn))
    .map((one) => [one.region, vcpusOf(one.resource.inputs)] as const)
    .toSorted(([, a], [, b]) => b - a);
  return largest === undefined ? [] : [largest];
}

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
  // One release at a time, and it may come when all are busy: on top of them the largest runs twice, and one task by itself.
  fargateVcpusDeploying: (fleet) => {
    const size = ({ most, surge, vcpus }: Service) => most * surge * vcpus;
    const [largest] = servicesOf(fleet).toSorted((a, b) => size(b) - size(a));
    const surge = largest === undefined ? [] : [[largest.region, size(largest)] as const];
    return merged(vcpus(({ most }) => most)(fleet), sum([...surge, ...largestTask(fleet)]));
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
