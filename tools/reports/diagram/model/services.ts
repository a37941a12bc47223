import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import { endpointService } from "./endpointService";
import { firewallOf } from "./firewalls";
import type { Graph } from "./graph";
import type { Node } from "./model";
import { isTrue, numberAt, textAt } from "../../../shared/fields";
import { placeOf, type SubnetKind } from "./subnets";

/** A node and the kind of subnets it is in. */
export interface Placed {
  readonly place: SubnetKind | undefined;
  readonly node: Node;
}

/** What runs in the VPC apart from the database. */
export function serviceNodes(graph: Graph): readonly Placed[] {
  return [...balancers(graph), ...services(graph), ...oneOffTasks(graph), ...endpoints(graph)];
}

function balancers(graph: Graph): readonly Placed[] {
  return graph.all("lb/loadBalancer:LoadBalancer").map((each) => ({
    place: placeOf(graph, each, "subnets"),
    node: {
      title: "Load balancer",
      notes: [isTrue(each.inputs, "internal") ? "internal, no public address" : "open to the internet"],
      members: [each.urn],
      firewall: firewallOf(graph, each),
    },
  }));
}

function services(graph: Graph): readonly Placed[] {
  return graph.all("ecs/service:Service").map((each) => {
    const [scaling] = graph.users("appautoscaling/target:Target", "resourceId", each);
    const desired = numberAt(each.inputs, "desiredCount");
    const least = numberAt(scaling?.inputs, "minCapacity") ?? desired;
    const most = numberAt(scaling?.inputs, "maxCapacity") ?? desired;
    const strategy = textAt(each.inputs, "deploymentConfiguration", "strategy");
    const [task] = graph.of(each, "taskDefinition", "ecs/taskDefinition:TaskDefinition");
    const notes = [
      ...(least === undefined ? [] : [least === most ? `${least} tasks` : `${least} to ${most ?? least} tasks`]),
      ...sizeOf(task),
      ...(strategy === "BLUE_GREEN" ? ["blue/green deployment"] : []),
    ];
    return {
      place: placeOf(graph, each, "networkConfiguration"),
      node: { title: `Fargate service: ${shortName(each)}`, notes, members: [each.urn] },
    };
  });
}

/** Tasks that are started one by one. They run where the services do. */
function oneOffTasks(graph: Graph): readonly Placed[] {
  const tasks = graph
    .all("ecs/taskDefinition:TaskDefinition")
    .filter((each) => graph.users("ecs/service:Service", "taskDefinition", each).length === 0);
  if (tasks.length === 0) return [];
  const notes = tasks.map((each) => [shortName(each), ...sizeOf(each)].join(": "));
  return [{ place: "private", node: { title: "One-off tasks", notes, members: tasks.map(({ urn }) => urn) } }];
}

function endpoints(graph: Graph): readonly Placed[] {
  const all = graph
    .all("ec2/vpcEndpoint:VpcEndpoint")
    .filter((each) => textAt(each.inputs, "vpcEndpointType") === "Interface");
  const [first] = all;
  if (first === undefined) return [];
  const names = all.map((each) => endpointService(textAt(each.inputs, "serviceName"))).toSorted();
  const node = { title: "Interface endpoints", notes: [names.join(", ")], members: all.map(({ urn }) => urn) };
  return [{ place: placeOf(graph, first, "subnetIds"), node }];
}

/** Fargate counts 1024 units for a vCPU and memory in MiB. */
function sizeOf(task: SnapshotResource | undefined): readonly string[] {
  const cpu = numberAt(task?.inputs, "cpu");
  const memory = numberAt(task?.inputs, "memory");
  return cpu === undefined || memory === undefined ? [] : [`${cpu / 1024} vCPU, ${memory / 1024} GB`];
}

/** `api` of `api-service`. */
function shortName({ name }: SnapshotResource): string {
  return name.replace(/-(service|task)$/, "");
}
