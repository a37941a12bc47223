import { strict as assert } from "node:assert";
import { graphOf } from "../../../../tools/reports/deployTime/graph";
import { UsageError } from "../../../../tools/shared/usageError";
import { component, resource, snapshotOf, urn } from "./stack";

const nameIn = (id: string) => id.replace(urn(""), "");
const graph = (...resources: object[]) => graphOf(snapshotOf(...resources));
const waits = (name: string, ...resources: object[]) =>
  graph(...resources)
    .tasks.find(({ id }) => nameIn(id) === name)
    ?.waits.map(({ on, reason }) => `${nameIn(on)} ${reason}`);

describe("a resource waits", () => {
  it("for what its inputs, its dependsOn, its parent and its provider are", () => {
    const more = {
      parent: urn("p"),
      provider: `${urn("aws")}::1`,
      propertyDependencies: { b: [urn("x")], a: [urn("x")] },
    };
    const all = [resource("x"), resource("y"), resource("p"), resource("aws"), resource("r", ["x", "y"], more)];
    assert.deepEqual(waits("r", ...all), ["aws provider", "p parent", "x property", "y dependsOn"]);
    const [{ properties } = { properties: [] }] =
      graph(...all)
        .tasks.at(-1)
        ?.waits.filter(({ reason }) => reason === "property") ?? [];
    assert.deepEqual(properties, ["a", "b"]);
  });

  it("for all that is in a component that it depends on, however deep", () => {
    const inside = [component("c"), resource("a", [], { parent: urn("c") }), resource("b", [], { parent: urn("a") })];
    assert.deepEqual(waits("r", ...inside, resource("r", ["c"])), ["c#parts dependsOn"]);
    assert.deepEqual(waits("c#parts", ...inside, resource("r", ["c"])), ["c part", "a part", "b part"]);
  });

  it("only for the registration of a component that it is in, and not for its siblings", () => {
    const all = [component("c"), resource("a", [], { parent: urn("c") }), resource("b", [], { parent: urn("c") })];
    assert.deepEqual(waits("a", ...all), ["c parent"]);
  });

  it("not for itself where a child needs the component that it is in", () => {
    const all = [component("c"), resource("a", [], { parent: urn("c") }), resource("b", ["c"], { parent: urn("c") })];
    assert.deepEqual(waits("c#parts", ...all), ["c part", "a part"]);
  });

  it("for nothing that the file does not have, which is said", () => {
    const { tasks, notes } = graph(resource("r", ["gone", "lost"]));
    assert.deepEqual(tasks[0]?.waits, []);
    assert.match(notes.join(), /::gone and 1 more: needed, but not in the file/);
  });
});

describe("resources in a circle", () => {
  for (const [what, all] of [
    ["of two", [resource("a", ["b"]), resource("b", ["a"])]],
    ["of one", [resource("a", ["a"])]],
    ["of parents", [component("a", [], { parent: urn("b") }), component("b", [], { parent: urn("a") })]],
    ["behind a chain", [resource("z"), resource("y", ["z", "a"]), resource("a", ["b"]), resource("b", ["a"])]],
  ] as const)
    it(`${what} are refused by name`, () => {
      assert.throws(
        () => graph(...all),
        (error) => error instanceof UsageError && /a -> (b -> )?a|b -> a -> b/.test(error.message),
      );
    });
});
