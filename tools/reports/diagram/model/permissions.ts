import type { SnapshotResource } from "../../../shared/snapshot/snapshot";
import type { Graph } from "./graph";
import type { Edge } from "./model";
import { endpointService } from "./endpointService";
import { textAt } from "../../../shared/fields";

const ROLE = "iam/role:Role";
const TASK = "ecs/taskDefinition:TaskDefinition";

/** What tasks and signed-in users may use, by the policies of their roles. */
export function permitted(graph: Graph): readonly Edge[] {
  return [...ofServices(graph), ...ofTasks(graph), ...ofUsers(graph)];
}

function ofServices(graph: Graph): readonly Edge[] {
  return graph
    .all("ecs/service:Service")
    .flatMap((service) =>
      graph.of(service, "taskDefinition", TASK).flatMap((task) => uses(graph, service.urn, rolesOf(graph, task))),
    );
}

function ofTasks(graph: Graph): readonly Edge[] {
  return graph
    .all(TASK)
    .filter((each) => graph.users("ecs/service:Service", "taskDefinition", each).length === 0)
    .flatMap((task) => uses(graph, task.urn, graph.of(task, "taskRoleArn", ROLE)));
}

function ofUsers(graph: Graph): readonly Edge[] {
  return graph.all("cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment").flatMap((each) =>
    graph
      .of(each, "identityPoolId", "cognito/identityPool:IdentityPool")
      .flatMap(({ urn }) => uses(graph, urn, graph.of(each, "roles", ROLE)))
      .map((edge) => ({ ...edge, label: "grants access" })),
  );
}

function rolesOf(graph: Graph, task: SnapshotResource): readonly SnapshotResource[] {
  return [...graph.of(task, "taskRoleArn", ROLE), ...graph.of(task, "executionRoleArn", ROLE)];
}

function uses(graph: Graph, from: string, roles: readonly SnapshotResource[]): readonly Edge[] {
  const policies = roles.flatMap((role) => graph.users("iam/rolePolicy:RolePolicy", "role", role));
  const kinds = [
    ["s3/bucket:Bucket", throughEndpoint(graph) ? "S3 endpoint" : "HTTPS 443"],
    ["secretsmanager/secret:Secret", "secrets"],
    ["sqs/queue:Queue", "jobs"],
    ["ecr/repository:Repository", "images"],
  ] as const;
  return policies.flatMap((policy) =>
    kinds.flatMap(([type, label]) => graph.of(policy, "policy", type).map(({ urn }) => ({ from, to: urn, label }))),
  );
}

function throughEndpoint(graph: Graph): boolean {
  return graph
    .all("ec2/vpcEndpoint:VpcEndpoint")
    .some((each) => endpointService(textAt(each.inputs, "serviceName")) === "S3");
}
