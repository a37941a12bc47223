import type { Wire, WireMap } from "../wire";
import { reveal } from "../wire";
import type { ResourceName } from "./urn";

/** A setting that makes AWS refuse to delete a resource, and AWS's words for it. */
interface Protection {
  readonly property: string;
  readonly value: Wire;
  readonly answer: (name: string) => string;
}

const PROTECTIONS: Readonly<Record<string, Protection>> = {
  "rds/cluster:Cluster": {
    property: "deletionProtection",
    value: true,
    answer: (name) =>
      `deleting RDS Cluster (${name}): operation error RDS: DeleteDBCluster, StatusCode: 400, InvalidParameterCombination: ` +
      "Cannot delete protected Cluster, please disable deletion protection and try again.",
  },
  "rds/instance:Instance": {
    property: "deletionProtection",
    value: true,
    answer: (name) =>
      `deleting RDS DB Instance (${name}): operation error RDS: DeleteDBInstance, StatusCode: 400, InvalidParameterCombination: ` +
      "Cannot delete protected DB Instance, please disable deletion protection and try again.",
  },
  "rds/globalCluster:GlobalCluster": {
    property: "deletionProtection",
    value: true,
    answer: (name) =>
      `deleting RDS Global Cluster (${name}): InvalidParameterCombination: Cannot delete protected Cluster, ` +
      "please disable deletion protection and try again.",
  },
  "cognito/userPool:UserPool": {
    property: "deletionProtection",
    value: "ACTIVE",
    answer: (name) =>
      `deleting Cognito User Pool (${name}): operation error Cognito Identity Provider: DeleteUserPool, StatusCode: 400, ` +
      "InvalidParameterException: The user pool cannot be deleted because deletion protection is activated. " +
      "Deletion protection must be inactivated first.",
  },
  "lb/loadBalancer:LoadBalancer": {
    property: "enableDeletionProtection",
    value: true,
    answer: (name) =>
      `deleting ELBv2 Load Balancer (${name}): operation error Elastic Load Balancing v2: DeleteLoadBalancer, ` +
      `StatusCode: 400, OperationNotPermitted: Load balancer '${name}' cannot be deleted because deletion protection is enabled`,
  },
  "dynamodb/table:Table": {
    property: "deletionProtectionEnabled",
    value: true,
    answer: (name) =>
      `deleting DynamoDB Table (${name}): operation error DynamoDB: DeleteTable, StatusCode: 400, ValidationException: ` +
      "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
  },
  "cloudwatch/logGroup:LogGroup": {
    property: "deletionProtectionEnabled",
    value: true,
    answer: (name) =>
      `deleting CloudWatch Logs Log Group (${name}): operation error CloudWatch Logs: DeleteLogGroup, StatusCode: 400, ` +
      "ValidationException: Log group has deletion protection enabled. Disable it and try again.",
  },
};

/** Why AWS would not delete a resource in this state, or undefined when it would. */
export function deletionRefusal(resource: ResourceName, id: string, state: WireMap): string | undefined {
  const protection = PROTECTIONS[resource.type];
  if (protection && reveal(state[protection.property] ?? null) === protection.value) return protection.answer(id);
  const snapshot = state["finalSnapshotIdentifier"] ?? null;
  const isDatabase = resource.type === "rds/cluster:Cluster" || resource.type === "rds/instance:Instance";
  const isReplica = (state["replicateSourceDb"] ?? null) !== null;
  if (isDatabase && !isReplica && snapshot === null && reveal(state["skipFinalSnapshot"] ?? null) !== true) {
    const kind = resource.type === "rds/cluster:Cluster" ? "RDS Cluster" : "RDS DB Instance";
    return `deleting ${kind} (${id}): final_snapshot_identifier is required when skip_final_snapshot is false`;
  }
  return undefined;
}
