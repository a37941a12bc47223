import { strict as assert } from "node:assert";
import { Workspace } from "./workspace";

describe("staging on the real engine", function () {
  this.timeout(600_000);

  it("is destroyed in the two steps that docs/real-aws.md describes, and in no fewer", async () => {
    const workspace = new Workspace();
    const staging = (...args: string[]) => workspace.pulumi(...args, "--stack", "staging", "--yes", "--skip-preview");
    try {
      await workspace.adopt("staging");
      assert.notEqual((await staging("destroy")).code, 0);

      workspace.configure("staging", { deletionProtection: false, "database.finalSnapshotSuffix": "last" });
      const refused = await workspace.pulumi("up", "--stack", "staging", "--yes");
      assert.notEqual(refused.code, 0);
      assert.match(refused.output, /\[mandatory\].* database-deletion-protection /);

      const teardown = workspace.write("teardown.json", '{"pack-settings": {"ephemeralStacks": ["staging"]}}');
      const opened = await staging("up", "--policy-pack-config", teardown);
      assert.equal(opened.code, 0, opened.end);
      const cluster = workspace.state("staging").find(({ type }) => type === "aws:rds/cluster:Cluster");
      assert.equal(cluster?.inputs.finalSnapshotIdentifier, "telehealth-staging-final-last");
      assert.equal(cluster.inputs.skipFinalSnapshot, false);

      const destroyed = await staging("destroy");
      assert.equal(destroyed.code, 0, destroyed.end);
      assert.deepEqual(workspace.state("staging"), []);
    } finally {
      workspace.dispose();
    }
  });
});
