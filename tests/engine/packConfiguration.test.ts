import { strict as assert } from "node:assert";
import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SmallProgram } from "./smallProgram";

const ROOT = join(__dirname, "..", "..");
const UNSAFE = `new aws.sns.Topic("news", { name: "news" }, { provider: new aws.Provider("aws", pinned) });`;
const IS_REFUSED = /configuring policy pack "hipaa-telehealth-policies" .*its configuration weakens/;

describe("a configuration that takes a rule from the pack", function () {
  this.timeout(120_000);
  const program = new SmallProgram();
  const off = join(program.folder, "off.json");
  before(() => {
    writeFileSync(off, JSON.stringify({ "sns-topic-encryption": "disabled" }));
  });
  after(() => {
    program.dispose();
  });

  for (const [what, settings] of [
    ["switches it off", { "sns-topic-encryption": "disabled" }],
    ["has it advise, in the long form", { "sns-topic-encryption": { enforcementLevel: "advisory" } }],
    ["switches all off", { all: "disabled" }],
    ["has all advise but one", { all: "advisory", "rds-encryption": "mandatory" }],
    ["switches off what judges exemptions", { "pack-exemptions": "disabled" }],
    ["switches off the policy by which all others judge", { "pack-settings": { enforcementLevel: "disabled" } }],
    [
      "names a level in other letters",
      `{"sns-topic-encryption": "disabled", "sns-topic-encryption": "\\u0064isabled"}`,
    ],
  ] as const)
    it(`is refused when it ${what}`, async () => {
      const { code, output } = await program.up(UNSAFE, { settings });
      assert.notEqual(code, 0);
      assert.match(output, IS_REFUSED);
      assert.ok(!program.made().includes("aws:sns/topic:Topic"));
    });

  it("is refused when its path is in quotes, which the CLI takes off", async () => {
    const words = [
      "up",
      "--yes",
      "--skip-preview",
      "--skip-plugin-pre-install",
      "--policy-pack",
      join(ROOT, "policies"),
    ];
    const { code, output } = await program.pulumi([...words, "--policy-pack-config", `"${off}"`]);
    assert.notEqual(code, 0);
    assert.match(output, IS_REFUSED);
  });

  it("is refused when it is one of a list, beside a second pack", async () => {
    const second = join(program.folder, "second");
    cpSync(join(ROOT, "policies", "bin"), join(second, "bin"), { recursive: true });
    for (const name of ["PulumiPolicy.yaml", "package.json"]) cpSync(join(ROOT, "policies", name), join(second, name));
    symlinkSync(join(ROOT, "node_modules"), join(second, "node_modules"));
    const packs = ["--policy-pack", join(ROOT, "policies"), "--policy-pack", second];
    const words = ["up", "--yes", "--skip-preview", "--skip-plugin-pre-install", ...packs];
    const { code, output } = await program.pulumi([...words, "--policy-pack-config", `${off},${off}`]);
    assert.notEqual(code, 0);
    assert.match(output, IS_REFUSED);
  });

  it("is let pass when it raises a level, or holds settings", async () => {
    const { code, output } = await program.preview(UNSAFE, {
      settings: { "costly-machine": "mandatory", "pack-settings": { ephemeralStacks: ["dev"], exemptions: [] } },
    });
    assert.notEqual(code, 0);
    assert.match(output, /\[mandatory\].*sns-topic-encryption/);
    assert.doesNotMatch(output, IS_REFUSED);
  });

  it("is one line, whatever it takes", async () => {
    const { output } = await program.preview(UNSAFE, { settings: { all: "disabled" } });
    const line = output.split("\n").find((each) => IS_REFUSED.test(each)) ?? "";
    assert.match(
      line,
      /weakens pack-settings \(disabled\), .* and \d+ more\. Remove that from the file of --policy-pack-config/,
    );
  });
});
