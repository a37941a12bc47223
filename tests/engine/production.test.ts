import { strict as assert } from "node:assert";
import { Workspace } from "./workspace";

describe("prod on the real engine", function () {
  this.timeout(180_000);
  let workspace: Workspace;
  before(() => (workspace = new Workspace()));
  after(() => {
    workspace.dispose();
  });

  it("goes up with a preview first, as `npm start -- up --stack prod --yes` does it", async () => {
    const { code, end } = await workspace.pulumi("up", "--stack", "prod", "--yes");
    assert.equal(code, 0, end);
  });

  it("does not change when nothing changed", async () => {
    const { code, end } = await workspace.pulumi(
      "up",
      "--stack",
      "prod",
      "--yes",
      "--skip-preview",
      "--expect-no-changes",
    );
    assert.equal(code, 0, end);
  });

  it("refuses to be destroyed while it is protected, and loses nothing", async () => {
    const before = (await workspace.state("prod")).length;
    const { code, output } = await workspace.pulumi("destroy", "--stack", "prod", "--yes");
    assert.notEqual(code, 0);
    assert.match(output, /protect/);
    assert.equal((await workspace.state("prod")).length, before);
  });
});
