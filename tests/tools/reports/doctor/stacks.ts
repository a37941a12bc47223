import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readSnapshot } from "../../../../tools/shared/snapshot/readSnapshot";
import type { Snapshot, SnapshotResource } from "../../../../tools/shared/snapshot/snapshot";

export const FIXTURES = join(__dirname, "../../../fixtures/doctor");
export type Stack = "dev" | "prod";

/** A healthy stack as it is deployed. */
export const healthy: Readonly<Record<Stack, Snapshot>> = {
  dev: readSnapshot(readFileSync(join(FIXTURES, "dev.json"), "utf8")),
  prod: readSnapshot(readFileSync(join(FIXTURES, "prod.json"), "utf8")),
};

/** A change that takes one thing away. */
export type Change = (snapshot: Snapshot) => Snapshot;

/** Without the resource of that name; a type tells two of one name apart. */
export const without =
  (name: string, type = ""): Change =>
  (snapshot) => {
    const left = snapshot.resources.filter((each) => each.name !== name || !each.type.includes(type));
    assert.equal(left.length, snapshot.resources.length - 1, `there is one ${name}`);
    return { ...snapshot, resources: left };
  };

/** With one text of a resource's outputs replaced by another, wherever it stands. */
export const altered =
  (name: string, from: string, to: string, type = ""): Change =>
  (snapshot) => {
    let found = 0;
    const resources = snapshot.resources.map((each) => {
      if (each.name !== name || !each.type.includes(type)) return each;
      const before = JSON.stringify(each.outputs);
      const after = before.replaceAll(from, () => to);
      found += before === after ? 0 : 1;
      return { ...each, outputs: JSON.parse(after) };
    });
    assert.equal(found, 1, `${name} says ${from}`);
    return { ...snapshot, resources };
  };

export const patched =
  (name: string, patch: (resource: SnapshotResource) => Partial<SnapshotResource>): Change =>
  (snapshot) => ({
    ...snapshot,
    resources: snapshot.resources.map((each) => (each.name === name ? { ...each, ...patch(each) } : each)),
  });
