import { strict as assert } from "node:assert";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { problemOfProject } from "../../stacks/projectFile";

const PLAIN = "name: telehealth\nruntime: nodejs\n";

describe("the file of a project", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "telehealth-project-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });
  const problem = (text: string | Uint8Array, name = "Pulumi.yaml") => {
    writeFileSync(join(folder, name), text);
    return problemOfProject(folder);
  };

  for (const [what, text] of [
    ["nothing but what it needs", PLAIN],
    ["the words in a sentence", `${PLAIN}description: "Uses known packages: aws, and no plugins: none"\n`],
    ["the words in a comment", `${PLAIN}# plugins:\n`],
    ["the words further in", `${PLAIN}config:\n  own:plugins: 1\n  packages: { default: 1 }\n`],
  ] as const)
    it(`may have ${what}`, () => {
      assert.equal(problem(text), undefined);
    });

  for (const [what, text] of [
    ["plainly", "plugins:\n  providers: []\n"],
    ["in quotes", '"plugins": {}\n'],
    ["with an escape", '"plug\\x69ns": {}\n'],
    ["as a key of its own line", "? plugins # x\n: providers: []\n"],
    ["by an alias", "description: &it plugins\n*it : {}\n"],
    ["merged in", "x: &x { plugins: {} }\n<<: *x\n"],
    ["in base64", "!!binary cGx1Z2lucw==: {}\n"],
    ["with a tag", "!!str plugins: {}\n"],
  ] as const)
    it(`may not name plugins ${what}`, () => {
      assert.match(problem(PLAIN + text) ?? "", /^Pulumi\.yaml has plugins:, which has programs of somebody else/);
    });

  it("may not name packages, and is named by its own name", () => {
    assert.match(problem(`${PLAIN}packages: {}\n`, "Pulumi.yml") ?? "", /^Pulumi\.yml has packages:/);
    rmSync(join(folder, "Pulumi.yml"));
    // Go, in which the engine is written, does not mind the case of a key in JSON.
    assert.match(
      problem('{"name":"telehealth","Plug\\u0069ns":{}}', "Pulumi.json") ?? "",
      /^Pulumi\.json has Plugins:/,
    );
  });

  for (const [what, text] of [
    ["that does not parse", `${PLAIN}plugins: [\n`],
    ["of several documents", `${PLAIN}---\nplugins: {}\n`],
    ["with a tag that only other readers know", `${PLAIN}!own x: {}\n`],
    ["in another encoding", Buffer.from(`\uFEFF${PLAIN}plugins: {}\n`, "utf16le")],
  ] as const)
    it(`is refused as YAML ${what}`, () => {
      assert.match(problem(text) ?? "", /^Pulumi\.yaml is no YAML that everybody reads the same/);
    });
});
