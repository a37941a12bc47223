import type { Snapshot, SnapshotResource } from "../../shared/snapshot/snapshot";
import { UsageError } from "../../shared/usageError";
import type { CdkResource } from "./cdkResource";
import { TARGETS } from "./targets";

/** What the user wrote for a resource that is to stay out. */
const NOTHING = "none";

/** What the user decided, by resource: the planned resource, or undefined if it is to stay out. */
export type Choices = ReadonlyMap<CdkResource, SnapshotResource | undefined>;

/** Reads `FilesBucketAB12CD34=files-bucket,OldPool=none`; a whole URN may stand in place of a name. */
export function readChoices(
  text: string,
  resources: readonly CdkResource[],
  { resources: planned }: Snapshot,
): Choices {
  return new Map(
    text
      .split(",")
      .map((each) => each.trim())
      .filter((each) => each !== "")
      .flatMap((each) => {
        const [, logicalId = "", name = ""] = /^([^=]+)=(.+)$/.exec(each) ?? wrong(`${each}: write LogicalId=name`);
        const meant = resources.filter((resource) => resource.logicalId === logicalId);
        if (meant.length === 0) wrong(`${logicalId}: no resource of the CloudFormation stack has this logical ID`);
        return meant.map((resource) => [resource, chosen(resource, name, planned)] as const);
      }),
  );
}

function chosen({ type, logicalId }: CdkResource, name: string, planned: readonly SnapshotResource[]) {
  if (name === NOTHING) return undefined;
  const target = TARGETS[type] ?? wrong(`${logicalId}: a resource of type ${type} is not imported`);
  const candidates = planned.filter((each) => each.type === target.type && !each.external);
  const found = candidates.filter((each) => each.name === name || each.urn === name);
  const [one] = found;
  if (one !== undefined && found.length === 1) return one;
  const problem = one === undefined ? `the program has no ${target.type} of this name` : "several have this name";
  const write = found.length > 1 ? "Write its URN" : `Write one of ${candidates.map((each) => each.name).join(", ")}`;
  return wrong(`${logicalId}=${name}: ${problem}. ${write}, or none`);
}

function wrong(problem: string): never {
  throw new UsageError(`--map: ${problem}.`);
}
