import { strict as assert } from "node:assert";
import { TARGETS } from "../../../../tools/ops/cdk/targets";
import { replaces } from "../../../../tools/offline/providers/aws/replace";
import { sdkFacts } from "../../../../tools/offline/providers/aws/sdkFacts";

describe("what the table of types says", () => {
  for (const [live, { type, name, same = {}, fixed = [] }] of Object.entries(TARGETS)) {
    const token = type.replace(/^aws:/, "");
    const { inputs } = sdkFacts(token);
    it(`of ${live} is what @pulumi/aws has`, () => {
      assert.ok(inputs.size > 0, type);
      for (const property of [name, ...Object.values(same), ...fixed.map(({ planned }) => planned)])
        if (property !== undefined) assert.ok(inputs.has(property), `${type} ${property}`);
    });
    if (name !== undefined || fixed.length > 0)
      it(`of ${live} is compared only where a change makes a new one`, () => {
        for (const property of [name, ...fixed.map(({ planned }) => planned)])
          if (property !== undefined) assert.ok(replaces(token, property), `${type} ${property}`);
      });
  }
});
