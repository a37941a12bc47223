import { strict as assert } from "node:assert";
import { join } from "node:path";
import { CLI_VERSION, findCli, isSuitable } from "../../../tools/setup/findCli";
import { Machine } from "./machine";

describe("finding the Pulumi CLI", () => {
  let machine: Machine;
  beforeEach(() => (machine = new Machine()));
  afterEach(() => {
    machine.dispose();
  });
  const find = () => findCli(machine.root, machine.env);

  it("takes the user's own when its version is suitable, and remembers the answer", () => {
    const own = machine.program("pulumi", `#!/bin/sh\necho asked >> "$BUILDS"\necho v3.300.1\n`);
    process.env["BUILDS"] = machine.env["BUILDS"];
    try {
      assert.equal(find(), own);
      assert.equal(find(), own);
      assert.equal(machine.builds, 1);
    } finally {
      delete process.env["BUILDS"];
    }
  });

  it("passes over one that is too old, does not run, or belongs to an npm package", () => {
    for (const text of ["#!/bin/sh\necho v3.100.0\n", "#!/bin/sh\nexit 1\n"]) {
      machine.program("pulumi", text);
      assert.equal(find(), undefined);
    }
    machine.program("pulumi", `#!/bin/sh\necho v${CLI_VERSION}\n`, join(machine.folder, "node_modules", ".bin"));
    const env = { ...machine.env, PATH: join(machine.folder, "node_modules", ".bin") };
    assert.equal(findCli(machine.root, env), undefined);
  });

  it("falls back to the one that set-up installed", () => {
    machine.program("pulumi", "", join(machine.versionFolder, "bin"));
    assert.equal(find(), machine.cli);
  });

  for (const [version, suitable] of [
    [`v${CLI_VERSION}`, true],
    ["v3.260.0", true],
    ["3.259.1", true],
    ["v3.258.9", false],
    ["v4.0.0", false],
    ["v2.300.0", false],
    ["nonsense", false],
  ] as const)
    it(`calls ${version} ${suitable ? "suitable" : "unsuitable"}`, () => {
      assert.equal(isSuitable(version), suitable);
    });
});
