import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import type { Snapshot, SnapshotResource } from "../../../../tools/shared/snapshot/snapshot";

export const STACKS = ["dev", "prod", "account"] as const;
const FOLDER = join(__dirname, "../../../fixtures/diagram");

export const stackFile = (name: (typeof STACKS)[number]) => join(FOLDER, `${name}.json`);
export const stack = (name: (typeof STACKS)[number]) => readSnapshot(readFileSync(stackFile(name), "utf8"));

/** The same without some resources. */
export const without = (snapshot: Snapshot, isGone: (each: SnapshotResource) => boolean): Snapshot => ({
  ...snapshot,
  resources: snapshot.resources.filter((each) => !isGone(each)),
});

/** The same with some resources changed. */
export const changed = (snapshot: Snapshot, change: (each: SnapshotResource) => SnapshotResource): Snapshot => ({
  ...snapshot,
  resources: snapshot.resources.map(change),
});
