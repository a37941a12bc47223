import { readInput } from "../../../shared/input";
import { UsageError } from "../../../shared/usageError";
import type { Snapshot } from "../../../shared/snapshot/snapshot";

/** What is deployed, out of the output of `pulumi stack export`; undefined for an empty state. */
export function readDeployed(file: string): Snapshot | undefined {
  return deployedIn(readInput(file), file);
}

export function deployedIn(snapshot: Snapshot, from: string): Snapshot | undefined {
  if (snapshot.kind === "preview")
    throw new UsageError(
      `${from} is a preview. The doctor looks at what is deployed: the output of \`pulumi stack export\`.`,
    );
  return snapshot.resources.length === 0 ? undefined : snapshot;
}
