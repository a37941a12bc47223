import { Refusal } from "../serve";
import type { ResourceName } from "./urn";

export type Operation = "create" | "update" | "delete";

/**
 * Fails an operation on purpose, to rehearse what happens then. `OFFLINE_AWS_FAIL` names a part of a type or of a URN,
 * and after a colon the operation, if only one shall fail: `rds/cluster`, `aws:lb/loadBalancer:LoadBalancer:delete`,
 * `::phi-bucket:update`. Several are separated by commas. It is read anew for every operation.
 */
export function failOnPurpose(resource: ResourceName, operation: Operation): void {
  for (const wish of (process.env["OFFLINE_AWS_FAIL"] ?? "").split(",").map((each) => each.trim())) {
    const [, only] = /:(create|update|delete)$/.exec(wish) ?? [];
    const part = only === undefined ? wish : wish.slice(0, -only.length - 1);
    if (part === "" || !resource.urn.includes(part)) continue;
    if (only === undefined || only === operation) {
      throw new Refusal(
        `${operation} of ${resource.token} "${resource.name}" failed because OFFLINE_AWS_FAIL says ${wish}`,
      );
    }
  }
}
