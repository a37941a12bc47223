import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSettings } from "../../../../tools/reports/runbooks/settings";

describe("the settings that runbooks are filled with", () => {
  let root = "";
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "settings-"));
  });
  afterEach(() => {
    rmSync(root, { recursive: true });
  });
  const read = (text: string) => {
    writeFileSync(join(root, "Pulumi.prod.yaml"), text);
    return readSettings(root, "prod");
  };

  it("are the stack's own, without Pulumi's and without secrets", () => {
    const lines = [
      "config:",
      "  pulumi:x: 1",
      "  telehealth:owner: me",
      "  telehealth:oidcClientSecret: { secure: v1 }",
    ];
    assert.deepEqual(read(lines.join("\n")), { owner: "me" });
  });

  for (const [what, text] of [
    ["without a block of settings", "runtime: nodejs"],
    ["that is empty", ""],
  ] as const)
    it(`are refused in a file ${what}`, () => {
      assert.throws(() => read(text), /Pulumi\.prod\.yaml has no block "config"/);
    });
});
