import { strict as assert } from "node:assert";
import { Ledger } from "../../../lab/faults/ledger";

describe("the ledger of AWS", () => {
  it("holds what was created, as it was last changed, and not what was deleted", () => {
    const ledger = new Ledger();
    ledger.create("a", "1", { x: 1 });
    ledger.create("b", "2", {});
    const [before] = ledger.objects;
    ledger.update("a", "1", { x: 2 });
    ledger.delete("b", "2");
    assert.deepEqual(
      ledger.objects.map(({ urn, id }) => [urn, id]),
      [["a", "1"]],
    );
    assert.notEqual(ledger.objects[0]?.digest, before?.digest);
    assert.deepEqual([ledger.isGone("b", "2"), ledger.isGone("a", "1"), ledger.isGone("c", "3")], [true, false, false]);
  });

  it("counts a second creation of one id, of which a deletion takes one", () => {
    const ledger = new Ledger();
    ledger.create("a", "1", {});
    ledger.create("a", "1", {});
    assert.equal(ledger.objects.length, 2);
    ledger.delete("a", "1");
    assert.equal(ledger.objects.length, 1);
    assert.equal(ledger.isGone("a", "1"), false);
  });

  it("lets a deletion of what is gone pass, and knows again what is made again", () => {
    const ledger = new Ledger();
    ledger.create("a", "1", {});
    ledger.delete("a", "1");
    ledger.delete("a", "1");
    ledger.create("a", "1", {});
    assert.equal(ledger.isGone("a", "1"), false);
    assert.equal(ledger.objects.length, 1);
  });

  it("does not see the order of settings, and goes on from another ledger without changing it", () => {
    const first = new Ledger();
    first.create("a", "1", { x: 1, y: [{ b: 1, a: 2 }] });
    const second = new Ledger(first.objects);
    second.update("a", "1", { y: [{ a: 2, b: 1 }], x: 1 });
    assert.deepEqual(second.objects, first.objects);
    second.delete("a", "1");
    assert.equal(first.objects.length, 1);
  });
});
