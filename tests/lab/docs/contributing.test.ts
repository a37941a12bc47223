import { strict as assert } from "node:assert";
import { missingPaths, missingScripts } from "./mentions";
import { isThere, read } from "./titles";

const json = (file: string): any => JSON.parse(read(file));

describe("pages for who carries the project on", () => {
  for (const page of ["CONTRIBUTING.md", "SECURITY.md", "docs/releasing.md", ".github/PULL_REQUEST_TEMPLATE.md"])
    it(`${page} names only files and scripts that exist`, () => {
      assert.deepEqual(missingPaths(page), []);
      assert.deepEqual(missingScripts(page), []);
    });

  it("CONTRIBUTING.md names tests by files that exist", () => {
    const files = [...read("CONTRIBUTING.md").matchAll(/tests\/[\w/.-]+\.test\.ts/g)].map(([file]) => file);
    assert.ok(files.length > 8);
    assert.deepEqual(
      files.filter((file) => !isThere(file)),
      [],
    );
  });

  it("the editor starts programs that exist, and tasks that are defined", () => {
    const { configurations } = json(".vscode/launch.json");
    const { tasks } = json(".vscode/tasks.json");
    const labels = tasks.map(({ label }: any) => label);
    for (const { program, preLaunchTask } of configurations) {
      if (program !== undefined) assert.ok(isThere(program.replace("${workspaceFolder}/", "")), program);
      if (preLaunchTask !== undefined) assert.ok(labels.includes(preLaunchTask), preLaunchTask);
    }
    assert.ok(isThere("lab/debug.js"));
    for (const { name } of configurations) assert.ok(read("CONTRIBUTING.md").includes(`| ${name.split(":")[0]}`), name);
  });

  it("every owned path exists, and whoever is asked is a team", () => {
    for (const line of read(".github/CODEOWNERS")
      .split("\n")
      .filter((each) => /^[/*]/.test(each))) {
      const [path = "", ...owners] = line.split(/\s+/);
      assert.ok(path === "*" || isThere(path.slice(1)), path);
      for (const owner of owners) assert.match(owner, /^@example-org\/[\w-]+$/);
    }
  });
});
