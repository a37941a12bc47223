import { strict as assert } from "node:assert";
import { deployed } from "./deployed";
import { Workspace } from "./workspace";

describe("the life of dev on the real engine", function () {
  this.timeout(600_000);
  let workspace: Workspace;
  before(() => (workspace = new Workspace()));
  after(() => {
    workspace.dispose();
  });
  const succeed = async (...args: string[]) => {
    const run = await workspace.pulumi(...args);
    assert.equal(run.code, 0, run.end);
    return run;
  };

  it("is created", async () => {
    assert.match((await deployed("dev")).output, /\d+ created/);
    await workspace.adopt("dev");
    assert.ok(workspace.state("dev").length > 100);
  });

  it("has outputs that a client could use", async () => {
    const outputs = JSON.parse((await succeed("stack", "output", "--json")).stdout);
    assert.match(outputs.vpcId, /^vpc-[0-9a-f]{17}$/);
    assert.match(outputs.userPoolId, /^us-east-1_\w{9}$/);
    assert.equal(outputs.apiUrl, "https://api.dev.telehealth.example.com");
    assert.equal(outputs.filesBucket, "telehealth-dev-files-111122223333");
    assert.match(outputs.databaseSecretArn, /^arn:aws:secretsmanager:us-east-1:111122223333:secret:rds!cluster-/);
    assert.equal(outputs.egressIps.length, 1);
  });

  it("does not change when nothing changed", async () => {
    await succeed("up", "--yes", "--skip-preview", "--expect-no-changes");
  });

  it("has not drifted", async () => {
    await succeed("refresh", "--yes", "--skip-preview", "--expect-no-changes");
  });

  it("changes only what a new image changes", async () => {
    workspace.configure("dev", { "service.imageTag": "1.2.3" });
    const { stdout } = await succeed("preview", "--json");
    const changed = JSON.parse(stdout)
      .steps.filter(({ op, newState }: any) => op !== "same" && newState.type.startsWith("aws:"))
      .map((each: any) => each.urn.split("::").at(-1));
    // Operators may run the current revision of the migration, and no older one.
    const policy = "operators-policy";
    assert.deepEqual([...new Set(changed)].sort(), ["api-service", "api-task", "migrate-task", policy]);
    await succeed("up", "--yes", "--skip-preview");
    const task = workspace.state("dev").find(({ urn }) => urn.endsWith("::api-task"));
    assert.match(task?.inputs.containerDefinitions, /:1\.2\.3"/);
  });

  it("keeps the old resources when an update fails half-way, and the next one completes it", async () => {
    workspace.configure("dev", { "service.imageTag": "1.2.4" });
    const before = workspace.state("dev").length;
    process.env["OFFLINE_AWS_FAIL"] = "api-service:update";
    try {
      assert.notEqual((await workspace.pulumi("up", "--yes", "--skip-preview")).code, 0);
    } finally {
      delete process.env["OFFLINE_AWS_FAIL"];
    }
    assert.ok(workspace.state("dev").length >= before);
    await succeed("up", "--yes", "--skip-preview");
    assert.equal(workspace.state("dev").length, before);
  });

  it("is destroyed completely", async () => {
    await succeed("destroy", "--yes", "--skip-preview");
    assert.deepEqual(workspace.state("dev"), []);
  });

  it("never writes to the committed settings, whatever the command", async () => {
    const before = workspace.read("Pulumi.dev.yaml");
    await workspace.pulumi("config", "set", "telehealth:owner", "other@example.com");
    await workspace.pulumi("stack", "change-secrets-provider", "passphrase");
    await workspace.pulumi("logs");
    assert.equal(workspace.read("Pulumi.dev.yaml"), before);
  });
});
