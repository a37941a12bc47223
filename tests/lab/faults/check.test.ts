import { strict as assert } from "node:assert";
import type { World } from "../../../lab/faults/check";
import { differences, unfinished } from "../../../lab/faults/check";
import { inAws, inState, pending, urnOf, whole } from "./worlds";

describe("the check of a world after a fault", () => {
  it("finds nothing in one that is as it should be, in whatever order", () => {
    const [stack, ...rest] = whole.resources;
    assert.ok(stack);
    const found = { ...whole, objects: whole.objects.toReversed(), resources: [stack, ...rest.toReversed()] };
    assert.deepEqual(differences(found, whole), []);
    assert.deepEqual(unfinished(found), { known: [], silent: [] });
  });

  it("does not care in which order inputs are written", () => {
    const a = { ...whole, resources: [inState("files", { inputs: { x: 1, y: { b: 1, a: 2 } } })] };
    const b = { ...whole, resources: [inState("files", { inputs: { y: { a: 2, b: 1 }, x: 1 } })] };
    const objects = [inAws("files")];
    assert.deepEqual(differences({ ...a, objects }, { ...b, objects }), []);
  });

  const without = <T extends { readonly urn: string }>(all: readonly T[], name: string) =>
    all.filter(({ urn }) => urn !== urnOf(name));
  const changed = (more: Partial<World>): World => ({ ...whole, ...more });
  const cases: readonly (readonly [string, World, readonly RegExp[]])[] = [
    [
      "something created twice under one id",
      changed({ objects: [...whole.objects, inAws("files")] }),
      [/^created twice: .*::files/],
    ],
    [
      "something created twice under another id",
      changed({ objects: [...whole.objects, inAws("files", { id: "other" })] }),
      [/^created twice: .*::files \(other\)/],
    ],
    [
      "something that the state has lost",
      changed({ resources: without(whole.resources, "files") }),
      [/^in AWS and not in the state: .*::files/, /^missing in the state: .*::files/],
    ],
    [
      "something that AWS has lost",
      changed({ objects: without(whole.objects, "files") }),
      [/^in the state and not in AWS: .*::files/],
    ],
    [
      "something that was never made",
      changed({ objects: without(whole.objects, "files"), resources: without(whole.resources, "files") }),
      [/^missing in the state: .*::files/],
    ],
    [
      "a component that is missing",
      changed({ resources: without(whole.resources, "stack") }),
      [/^missing in the state: .*::stack/],
    ],
    [
      "something that should be gone",
      changed({ objects: [...whole.objects, inAws("old")], resources: [...whole.resources, inState("old")] }),
      [/^unexpected in the state: .*::old/],
    ],
    [
      "other inputs in the state",
      changed({ resources: [...without(whole.resources, "files"), inState("files", { inputs: { owner: "b" } })] }),
      [/^other inputs in the state: .*::files/],
    ],
    [
      "other settings in AWS",
      changed({ objects: [...without(whole.objects, "files"), inAws("files", { digest: "b" })] }),
      [/^other settings in AWS: .*::files/],
    ],
    [
      "what is still pending",
      changed({ pending: [pending("updating", "files")] }),
      [/^still pending, updating: .*::files/],
    ],
    [
      "a remainder of a replacement",
      changed({
        objects: [...whole.objects, inAws("files", { id: "old" })],
        resources: [...whole.resources, inState("files", { id: "old", delete: true })],
      }),
      [/^still to be deleted: .*::files/],
    ],
  ];
  for (const [what, found, expected] of cases)
    it(`finds ${what}, and nothing else`, () => {
      const said = differences(found, whole);
      assert.equal(said.length, expected.length, said.join("\n"));
      for (const [index, each] of expected.entries()) assert.match(said[index] ?? "", each);
    });

  it("calls what only a pending creation tells of known, and anything else silent", () => {
    const created = changed({ resources: without(whole.resources, "files") });
    const mine = [`in AWS and not in the state: ${urnOf("files")} (files-id)`];
    assert.deepEqual(unfinished(created), { known: [], silent: mine });
    assert.deepEqual(unfinished({ ...created, pending: [pending("creating", "files")] }), { known: mine, silent: [] });
    // What is pending of another resource, or of another kind, tells nothing of this one.
    assert.deepEqual(unfinished({ ...created, pending: [pending("creating", "videos")] }).silent, mine);
    assert.deepEqual(unfinished({ ...created, pending: [pending("deleting", "files")] }).silent, mine);
  });

  it("does the same with what only a pending deletion tells of", () => {
    const deleted = changed({ objects: without(whole.objects, "files") });
    const mine = [`in the state and not in AWS: ${urnOf("files")} (files-id)`];
    assert.deepEqual(unfinished(deleted), { known: [], silent: mine });
    assert.deepEqual(unfinished({ ...deleted, pending: [pending("deleting", "files")] }), { known: mine, silent: [] });
  });
});
