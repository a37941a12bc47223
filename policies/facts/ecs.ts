import { facts, subject, type Dimensions } from "./facts";

export const TYPES = facts(
  {
    "aws:ecs/service:Service": {
      holdsData: false,
      workloadSubnets: ["networkConfiguration", "subnets"],
      named: ["name", /^[\w-]{1,255}$/, "at most 255 letters, digits, hyphens and underscores"],
    },
    "aws:ecs/taskSet:TaskSet": { workloadSubnets: ["networkConfiguration", "subnets"] },
    "aws:ecs/cluster:Cluster": {
      holdsData: false,
      named: ["name", /^[\w-]{1,255}$/, "at most 255 letters, digits, hyphens and underscores"],
    },
    "aws:ecs/taskDefinition:TaskDefinition": {
      holdsData: false,
      named: ["family", /^[\w-]{1,255}$/, "at most 255 letters, digits, hyphens and underscores"],
    },
  },
  ["aws:ecs/clusterCapacityProviders:ClusterCapacityProviders"],
);

export const METRICS: Dimensions = {
  "AWS/ECS": {
    ClusterName: subject(["name"], "aws:ecs/cluster:Cluster"),
    ServiceName: subject(["name"], "aws:ecs/service:Service"),
    TaskDefinitionFamily: subject(["family"], "aws:ecs/taskDefinition:TaskDefinition"),
  },
  "ECS/ContainerInsights": {
    ClusterName: subject(["name"], "aws:ecs/cluster:Cluster"),
    ServiceName: subject(["name"], "aws:ecs/service:Service"),
    TaskDefinitionFamily: subject(["family"], "aws:ecs/taskDefinition:TaskDefinition"),
  },
};
