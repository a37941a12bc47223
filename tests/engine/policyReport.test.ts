import { strict as assert } from "node:assert";
import { isRefused } from "../../policies/report/report";
import { judgePlan } from "../../tools/reports/policy/gate";
import { judgeSnapshot } from "../../tools/reports/policy/judgeSnapshot";
import { readSnapshot } from "../../tools/shared/snapshot/readSnapshot";
import type { Snapshot } from "../../tools/shared/snapshot/snapshot";
import { planOf } from "./deployed";

describe("the plan of prod", function () {
  this.timeout(180_000);
  let snapshot: Snapshot;
  before(async () => {
    snapshot = readSnapshot(await planOf("prod"));
  });

  it("is judged by every rule", () => {
    const { judgements, resources } = judgeSnapshot(snapshot, {}, "2027-01-01");
    assert.ok(resources.length > 200 && judgements.length > 1000);
  });

  it("is refused by no rule, and has resources from files of the program", () => {
    assert.ok(!isRefused(judgeSnapshot(snapshot, {}, "2027-01-01")));
    const sources = snapshot.resources.flatMap(({ source }) => source?.file ?? []);
    assert.ok(sources.includes("components/database/postgresCluster.ts"), [...new Set(sources)].join());
    assert.ok(!sources.some((file) => file.includes("node_modules")));
  });

  it("loses no data", () => {
    assert.deepEqual(judgePlan(snapshot, []), { refused: [], allowed: [], unneeded: [] });
  });
});
