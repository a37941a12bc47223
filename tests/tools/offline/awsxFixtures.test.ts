import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { stopProviders } from "./engine";
import type { Child, Constructed } from "./fakeMonitor";
import { construct } from "./fakeMonitor";

const directory = path.join(__dirname, "../../fixtures/awsx-vpc");

interface Fixture {
  readonly name: string;
  readonly args: Record<string, any>;
  readonly children: readonly Pick<Child, "type" | "name" | "parent" | "inputs" | "dependsOn">[];
  readonly outputs: Record<string, any>;
}

for (const file of ["single.json", "one-per-az.json"]) {
  describe(`the offline awsx.ec2.Vpc of ${file}, against what awsx 3.9.0 really creates`, () => {
    const fixture: Fixture = JSON.parse(readFileSync(path.join(directory, file), "utf8"));
    let made: Constructed;
    before(async () => {
      made = await construct(fixture.args, { name: fixture.name });
    });
    after(stopProviders);

    it("has the same children, and no others", () => {
      const keys = (children: Fixture["children"]) => children.map(({ type, name }) => `${type} ${name}`).sort();
      assert.deepEqual(keys(made.children), keys(fixture.children));
    });

    for (const expected of fixture.children) {
      it(`has ${expected.type} ${expected.name} with the same parent, inputs and dependencies`, () => {
        const found = made.children.find(({ type, name }) => type === expected.type && name === expected.name);
        assert.ok(found);
        const { type, name, parent, inputs, dependsOn } = found;
        assert.deepEqual({ type, name, parent, inputs, dependsOn }, expected);
      });
    }

    it("has the same outputs", () => {
      for (const [key, value] of Object.entries(fixture.outputs)) assert.deepEqual(made.outputs[key], value, key);
    });

    it("registers parents before their children, and what a resource needs before it", () => {
      const order = made.children.map(({ type, name }) => `${type.split(":").at(-1)}/${name}`);
      for (const [index, { parent, dependsOn }] of made.children.entries())
        for (const needed of [parent, ...dependsOn].filter((each) => !each.startsWith("awsx")))
          assert.ok(order.indexOf(needed) >= 0 && order.indexOf(needed) < index, `${needed} before ${order[index]}`);
    });
  });
}
