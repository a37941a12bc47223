import { strict as assert } from "node:assert";
import { createRequire } from "node:module";

describe("the folder in the place of @npmcli/arborist", () => {
  const load = createRequire(require.resolve("@pulumi/pulumi/package.json"));

  it("is what the SDK loads, and says what to do when it is needed", () => {
    const { Arborist } = load("@npmcli/arborist") as { Arborist: new () => unknown };
    assert.throws(() => new Arborist(), /overrides[\s\S]*vendor\/arborist[\s\S]*npm install/);
  });

  it("keeps npm's own packages away", () => {
    for (const name of ["pacote", "sigstore", "node-gyp"])
      assert.throws(() => load.resolve(name), /Cannot find module/);
  });
});
