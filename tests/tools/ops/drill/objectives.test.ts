import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readObjectives } from "../../../../tools/ops/drill/objectives";

describe("the objectives of a drill", () => {
  const root = mkdtempSync(join(tmpdir(), "objectives-"));
  before(() => {
    const objectives = "{ rpoMinutes: 20, regionRpoMinutes: 1620, rtoMinutes: 300 }";
    writeFileSync(join(root, "Pulumi.x.yaml"), `config:\n  telehealth:backup:\n    objectives: ${objectives}\n`);
    writeFileSync(join(root, "Pulumi.bare.yaml"), "config:\n  telehealth:region: us-east-1\n");
  });
  after(() => {
    rmSync(root, { recursive: true });
  });

  it("are the stack's", () => {
    assert.deepEqual(readObjectives("x", {}, root), { rtoMinutes: 300, rpoMinutes: 20 });
  });

  it("are found for the stacks of this program", () => {
    for (const stack of ["dev", "staging", "prod"]) assert.ok(readObjectives(stack, {}).rtoMinutes > 0);
  });

  it("may be replaced, one by one", () => {
    assert.deepEqual(readObjectives("x", { rto: 60 }, root), { rtoMinutes: 60, rpoMinutes: 20 });
    assert.deepEqual(readObjectives("x", { rpo: 5 }, root), { rtoMinutes: 300, rpoMinutes: 5 });
    assert.deepEqual(readObjectives("none", { rto: 60, rpo: 5 }, root), { rtoMinutes: 60, rpoMinutes: 5 });
  });

  it("are asked for where the stack has none", () => {
    for (const stack of ["bare", "none"])
      assert.throws(() => readObjectives(stack, { rto: 1 }, root), /has no backup\.objectives\..*--rto and --rpo/);
  });
});
