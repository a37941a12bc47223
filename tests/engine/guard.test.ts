import { strict as assert } from "node:assert";
import { bareCommand } from "./bareCommand";
import { Workspace } from "./workspace";

const GUARDED = /guardEveryResource\(\);/;

describe("a bare `pulumi up`, without the policy pack", function () {
  this.timeout(600_000);
  let workspace: Workspace;
  before(() => {
    workspace = new Workspace();
    assert.match(workspace.read("index.ts"), GUARDED, "index.ts guards every resource");
  });
  afterEach(() => {
    workspace.undo();
  });
  after(() => {
    workspace.dispose();
  });
  const types = async () => {
    const { stdout } = await bareCommand(workspace, "prod", "stack", "export");
    const { resources = [] } = JSON.parse(stdout).deployment;
    return resources.map(({ type }: { type: string }) => type);
  };
  const weaken = () => {
    workspace.edit("components/database/postgresCluster.ts", /^\s+storageEncrypted: true,$/m, "");
  };

  it("goes up when nothing is wrong, and keeps secrets secret", async () => {
    const { code, end } = await bareCommand(workspace, "prod", "up", "--yes", "--skip-preview");
    assert.equal(code, 0, end);
    const { stdout } = await bareCommand(workspace, "prod", "stack", "export");
    const secrets = JSON.parse(stdout).deployment.resources.filter(({ type }: { type: string }) =>
      type.endsWith(":SecretVersion"),
    );
    assert.ok(secrets.length > 0);
    for (const { inputs } of secrets) assert.ok(inputs.secretString.ciphertext, "still encrypted in the state");
    const same = await bareCommand(workspace, "prod", "up", "--yes", "--skip-preview", "--expect-no-changes");
    assert.equal(same.code, 0, same.end);
  });

  it("is stopped in its preview, which lists every finding", async () => {
    weaken();
    workspace.edit("components/security/dataKey.ts", "enableKeyRotation: true", "enableKeyRotation: false");
    const { code, output } = await bareCommand(workspace, "prod", "up", "--yes");
    assert.notEqual(code, 0);
    assert.match(output, /error: rds-encryption \(database-cluster\): storageEncrypted: .*45 CFR 164\.312/);
    assert.match(output, /error: kms-key-rotation \(database-key-key\): enableKeyRotation: /);
    assert.match(output, /error: kms-key-rotation \(files-key-key\): enableKeyRotation: /);
    assert.doesNotMatch(output, /^\s+at .*\.(ts|js):\d+/m);
    assert.deepEqual(await types(), []);
  });

  it("with the preview skipped, is stopped before the resource is created", async () => {
    weaken();
    const { code, output } = await bareCommand(workspace, "prod", "up", "--yes", "--skip-preview");
    assert.notEqual(code, 0);
    assert.match(output, /error: rds-encryption \(database-cluster\): storageEncrypted/);
    assert.doesNotMatch(output, /^\s+at .*\.(ts|js):\d+/m);
    const made = await types();
    assert.ok(made.includes("aws:kms/key:Key"));
    assert.ok(!made.includes("aws:rds/cluster:Cluster"));
  });

  it("is stopped by what a component of another package makes, too", async () => {
    workspace.edit("components/network/network.ts", "transforms: [noPublicIpOnLaunch]", "transforms: []");
    const { code, output } = await bareCommand(workspace, "prod", "up", "--yes");
    assert.notEqual(code, 0);
    assert.match(output, /error: subnet-public-address-on-launch \(network-vpc-public-1\): mapPublicIpOnLaunch/);
  });

  it("lets pass what is exempt, by the file that the npm scripts pass to the pack", async () => {
    workspace.edit("components/security/dataKey.ts", "enableKeyRotation: true", "enableKeyRotation: false");
    const until = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const exemption = {
      rule: "kms-key-rotation",
      urn: "urn:pulumi:prod::telehealth::*aws:kms/key:Key::*-key-key",
      owner: "platform@example.com",
      reason: "For this test",
      until,
    };
    workspace.write("stacks/policies.json", JSON.stringify({ "pack-settings": { exemptions: [exemption] } }));
    const { code, end } = await bareCommand(workspace, "prod", "preview");
    assert.equal(code, 0, end);
    workspace.write(
      "stacks/policies.json",
      JSON.stringify({ "pack-settings": { exemptions: [{ ...exemption, until: "2020-01-01" }] } }),
    );
    assert.match((await bareCommand(workspace, "prod", "preview")).output, /error: kms-key-rotation/);
  });

  it("advises in an ephemeral stack only, and so passes there", async () => {
    workspace.edit(
      "components/database/postgresCluster.ts",
      /deletionProtection,(?=\s+skipFinal)/,
      "deletionProtection: false,",
    );
    const dev = await bareCommand(workspace, "dev", "preview");
    assert.equal(dev.code, 0, dev.end);
    assert.match((await bareCommand(workspace, "staging", "preview")).output, /error: database-deletion-protection/);
  });

  it("says what to do when the rules are not compiled", async () => {
    workspace.remove("policies/bin");
    const { code, output } = await bareCommand(workspace, "dev", "preview");
    assert.notEqual(code, 0);
    assert.match(output, /The policies are not compiled yet\. Run `node tools\/setup` once\./);
  });
});
