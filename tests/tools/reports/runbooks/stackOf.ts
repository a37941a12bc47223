import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import type { Snapshot } from "../../../../tools/shared/snapshot/snapshot";
import { exported, plan, stackState, state, step } from "../../shared/snapshot/plan";

/** A deployed stack with these outputs and resources. */
export const stackOf = (outputs: object, ...resources: object[]): Snapshot =>
  readSnapshot(exported({ ...stackState, outputs }, ...resources));

/** The same before its first update: AWS has said nothing yet. */
export const planOf = (...resources: Parameters<typeof step>[1][]): Snapshot =>
  readSnapshot(plan(step("create", stackState), ...resources.map((each) => step("create", each))));

export { state };
