import type { Snapshot, SnapshotResource } from "./snapshot";

/** Resources of a type, without what was only looked up. */
export function ofType({ resources }: Snapshot, type: string): readonly SnapshotResource[] {
  return resources.filter((each) => each.type === type && !each.external);
}

/** What `pulumi stack output` shows; empty before the stack is deployed. */
export function stackOutputs(snapshot: Snapshot): Readonly<Record<string, unknown>> {
  return ofType(snapshot, "pulumi:pulumi:Stack")[0]?.outputs ?? {};
}

/** A property as AWS has it, or as the program asks for it where nothing is there yet. */
export function propertyOf(resource: SnapshotResource | undefined, name: string): unknown {
  return resource?.outputs?.[name] ?? resource?.inputs[name];
}
