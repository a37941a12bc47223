import { strict as assert } from "node:assert";
import { blocksAt, fieldAt, isTrue, listAt, madeOf, numberAt, textAt, textsAt } from "../../../tools/shared/fields";
import { readSnapshot } from "../../../tools/shared/snapshot/readSnapshot";
import * as given from "./snapshot/plan";

const value = {
  a: { b: [{ c: "x", n: "2.5", on: true }] },
  one: { c: "y" },
  empty: "",
  none: null,
  texts: ["t", 1, {}, ""],
};

describe("the reader of properties", () => {
  it("follows a path, whole or in steps, and finds nothing behind what is missing", () => {
    assert.equal(fieldAt(value, "a.b.0.c"), "x");
    assert.equal(fieldAt(value, "a", "b", 0, "c"), "x");
    for (const path of ["a.b.1.c", "none.c", "empty.length", "a.toString"])
      assert.equal(fieldAt(value, path), undefined, path);
  });

  it("reads a text that is not empty, a number that may be written as text, and true alone", () => {
    assert.deepEqual(
      ["a.b.0.c", "empty", "none", "a"].map((path) => textAt(value, path)),
      ["x", undefined, undefined, undefined],
    );
    assert.deepEqual(
      ["a.b.0.n", "a.b.0.c", "empty", "none"].map((path) => numberAt(value, path)),
      [2.5, undefined, undefined, undefined],
    );
    assert.deepEqual([isTrue(value, "a.b.0.on"), isTrue(value, "a.b.0.n")], [true, false]);
  });

  it("takes one thing as a list of one, as AWS writes it both ways", () => {
    assert.deepEqual(listAt(value, "one"), [{ c: "y" }]);
    assert.deepEqual(listAt(value, "none"), []);
    assert.deepEqual(blocksAt(value, "texts"), [{}]);
    assert.deepEqual(textsAt(value, "texts"), ["t", "1"]);
  });

  it("reads a resource as AWS has it, or as the program asks before it is there", () => {
    const [planned] = readSnapshot(given.exported(given.state("aws:s3/bucket:Bucket", "b"))).resources;
    assert.ok(planned);
    assert.equal(madeOf({ ...planned, inputs: { a: 1 } })?.["a"], 1);
    assert.equal(madeOf({ ...planned, inputs: { a: 1 }, outputs: { a: 2 } })?.["a"], 2);
    assert.equal(madeOf(undefined), undefined);
  });
});
