import { strict as assert } from "node:assert";
import { Workspace } from "./workspace";

describe("an exemption in stacks/policies.json", function () {
  this.timeout(180_000);
  let workspace: Workspace;
  before(() => (workspace = new Workspace()));
  after(() => {
    workspace.dispose();
  });
  const exemption = {
    rule: "kms-key-rotation",
    urn: "urn:pulumi:prod::telehealth::*aws:kms/key:Key::*-key-key",
    owner: "platform@example.com",
    reason: "For this test",
    until: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
  };
  const preview = (...exemptions: object[]) => {
    workspace.write("stacks/policies.json", JSON.stringify({ "pack-settings": { exemptions } }));
    return workspace.pulumi("preview", "--stack", "prod");
  };

  it("is refused while nothing needs it, and when it is malformed", async () => {
    const { code, output } = await preview(exemption, { rule: "kms-key-rotation" });
    assert.notEqual(code, 0);
    assert.match(output, /\[mandatory\].* pack-exemptions /);
    assert.match(output, /exemptions\[0\]: no resource needs the exemption from kms-key-rotation/);
    assert.match(output, /exemptions\[1\]: says no urn, no owner, no reason, no until\./);
  });

  it("lets the findings pass that it is for, and shows them with owner, reason and day", async () => {
    workspace.edit("components/security/dataKey.ts", "enableKeyRotation: true", "enableKeyRotation: false");
    const { code, output, end } = await preview(exemption);
    assert.equal(code, 0, end);
    assert.match(output, /\[advisory\].* exempted .*\(aws:kms:Key: database-key-key\)/);
    assert.match(
      output,
      /kms-key-rotation: exempt until \d{4}-\d\d-\d\d, by platform@example\.com: For this test\. enable/,
    );
    const { code: refused, output: said } = await preview();
    assert.notEqual(refused, 0);
    assert.match(said, /\[mandatory\].* kms-key-rotation /);
  });
});
