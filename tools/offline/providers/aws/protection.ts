import { tableOf } from "../../../catalogue";
import type { WireMap } from "../wire";
import { reveal } from "../wire";
import type { ResourceName } from "./urn";

const PROTECTIONS = tableOf(({ protectedBy }) => protectedBy);

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
