import { strict as assert } from "node:assert";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countCases } from "../../../../tools/reports/compliance/countCases";
import { testsIndexOf } from "../../../../tools/reports/compliance/testsIndex";
import { CASES } from "../../../policies/cases";

const ROOT = join(__dirname, "../../../..");
const counted = (text: string, helpers = "") =>
  [
    ...countCases([
      { name: "cases", text },
      { name: "case", text: helpers },
    ]),
  ].map(([id, { safe, unsafe, open, file }]) => [id, file, safe, unsafe, open]);

describe("the cases of the rules, counted without running them", () => {
  for (const [what, text, expected] of [
    [
      "each by the list it stands in",
      'accepts: [ok("a")], rejects: [bad("b"), bad("c")], defers: [ok("d")]',
      [1, 2, 1],
    ],
    ["for every element of a list", "accepts: [], rejects: [1, 2, 3].map((each) => bad(each))", [0, 3, 0]],
    [
      "for every name of a block",
      "accepts: [], rejects: [...Object.keys(FLAGS).flatMap((f) => [bad(f), bad(f)])]",
      [0, 4, 0],
    ],
    ["once where the list is not written out", "accepts: [], rejects: other().map((each) => bad(each))", [0, 1, 0]],
    ["with those of a helper", "...keyCases()", [1, 2, 1]],
    ["without those that are replaced", '...keyCases(), rejects: [bad("x")]', [1, 1, 1]],
    ["with no end to a helper that calls itself", "...loop()", [1, 0, 0]],
  ] as const)
    it(`count ${what}`, () => {
      const file = `import { keyCases } from "./case";
        const FLAGS = { a: true, b: true };
        const loop = () => ({ accepts: [ok("a"), ...loop().accepts] });
        export const table: CaseTable = { "some-rule": { ${text} } };`;
      const helpers = `export function keyCases() { return { accepts: [ok("a")], rejects: [bad("b"), bad("c")], defers: [ok("d")] }; }`;
      assert.deepEqual(counted(file, helpers), [["some-rule", "cases", ...expected]]);
    });

  it("are found for every rule, in a file that exists, and never more than there are", () => {
    const { shipped, byRule } = testsIndexOf(ROOT);
    assert.equal(shipped, true);
    assert.deepEqual(Object.keys(byRule).toSorted(), Object.keys(CASES).toSorted());
    for (const [id, { accepts, rejects, defers = [] }] of Object.entries(CASES)) {
      const { safe, unsafe, open, file } = byRule[id] ?? assert.fail(id);
      assert.ok(existsSync(join(ROOT, file)), file);
      assert.ok(safe <= accepts.length && unsafe <= rejects.length && open <= defers.length, id);
      assert.ok(safe > 0 && unsafe > 0, id);
    }
  });

  it("are exact for nine rules of ten", () => {
    const { byRule } = testsIndexOf(ROOT);
    const exact = Object.entries(CASES).filter(
      ([id, { accepts, rejects }]) => byRule[id]?.safe === accepts.length && byRule[id].unsafe === rejects.length,
    );
    assert.ok(exact.length > Object.keys(CASES).length * 0.9, String(exact.length));
  });

  it("are not shipped where the folder is absent", () => {
    assert.deepEqual(testsIndexOf(join(tmpdir(), "no-such-folder")), { shipped: false, byRule: {} });
  });
});
