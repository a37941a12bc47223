import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testsIndexOf } from "../../../../tools/reports/compliance/testsIndex";
import { UsageError } from "../../../../tools/shared/usageError";
import { CASES } from "../../../policies/cases";

const ROOT = join(__dirname, "../../../..");

describe("the tests of the rules, as evidence", function () {
  this.timeout(60_000);

  it("are what ran and passed: every case of every rule, in a file that exists", () => {
    const { shipped, byRule } = testsIndexOf(ROOT);
    assert.equal(shipped, true);
    assert.deepEqual(Object.keys(byRule).toSorted(), Object.keys(CASES).toSorted());
    for (const [id, { accepts, rejects, defers = [] }] of Object.entries(CASES)) {
      const { file, ...counts } = byRule[id] ?? assert.fail(id);
      assert.ok(existsSync(join(ROOT, file)), file);
      assert.deepEqual(counts, { safe: accepts.length, unsafe: rejects.length, open: defers.length }, id);
    }
  });

  it("are none where they are not shipped", () => {
    assert.deepEqual(testsIndexOf(join(tmpdir(), "no-such-folder")), { shipped: false, byRule: {} });
  });

  it("make no evidence when one fails", () => {
    const folder = mkdtempSync(join(tmpdir(), "cases-"));
    const tried = { "some-rule": { file: "cases", safe: 1, unsafe: 0, open: 0, failed: ["an open bucket"] } };
    try {
      mkdirSync(join(folder, "tests/policies"), { recursive: true });
      for (const name of ["node_modules", "tsconfig.json"]) symlinkSync(join(ROOT, name), join(folder, name));
      writeFileSync(
        join(folder, "tests/policies/tryCases.ts"),
        `console.log(${JSON.stringify(JSON.stringify(tried))})`,
      );
      assert.throws(
        () => testsIndexOf(folder),
        (error) => error instanceof UsageError && /some-rule judges wrongly: an open bucket/.test(error.message),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
