import { strict as assert } from "node:assert";
import { importFile } from "../../../../tools/ops/cdk/importFile";
import { migration, snapshot } from "./given";

describe("the file for `pulumi import`", () => {
  const { resources } = importFile(migration().imported, snapshot);
  const names = new Set(resources.map(({ name }) => name));

  it("names each entry once, and whatever an entry refers to", () => {
    assert.equal(names.size, resources.length);
    for (const { parent, provider } of resources)
      for (const each of [parent, provider]) assert.ok(each === undefined || names.has(each), each);
  });

  it("has an id for whatever is not a component or the provider, which it configures", () => {
    for (const { type, id, component } of resources)
      assert.equal(id === undefined, component === true || type === "pulumi:providers:aws", type);
    assert.deepEqual(Object.keys(resources[0]?.inputs ?? {}).includes("allowedAccountIds"), true);
    assert.equal(resources[0]?.version, "7.48.0");
  });
});
