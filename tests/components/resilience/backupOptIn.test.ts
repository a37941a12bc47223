import { strict as assert } from "node:assert";
import { BackupOptIn } from "../../../components/resilience/backupOptIn";
import { STORE_TYPES } from "../../../components/resilience/stores";
import { deploy } from "../../harness";

describe("BackupOptIn", () => {
  it("lets AWS Backup take in every kind of store, in the region it is told", async () => {
    const deployed = await deploy((opts) => new BackupOptIn("opt-in", { region: "us-west-2" }, opts));
    const { inputs } = deployed.one("backup/regionSettings:RegionSettings");
    assert.equal(inputs["region"], "us-west-2");
    for (const type of Object.values(STORE_TYPES))
      assert.equal(inputs["resourceTypeOptInPreference"][type], true, type);
  });

  it("touches no type that another project of the account may use, and does not see those that AWS adds", async () => {
    const deployed = await deploy((opts) => new BackupOptIn("opt-in", { region: "us-west-2" }, opts));
    const { inputs, opts } = deployed.one("backup/regionSettings:RegionSettings");
    assert.deepEqual(Object.keys(inputs["resourceTypeOptInPreference"]), Object.values(STORE_TYPES));
    assert.deepEqual(opts.ignoreChanges, ["resourceTypeOptInPreference"]);
  });
});
