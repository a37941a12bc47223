import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { generatedPages } from "../../../lab/docs/pages";

describe("generated pages", () => {
  for (const [file, text] of Object.entries(generatedPages()))
    it(`${file} is current (npm run docs writes it)`, () => {
      assert.equal(readFileSync(join(__dirname, "../../..", file), "utf8"), text);
    });

  it("explain every setting", () => {
    const rows = (generatedPages()["docs/configuration.md"] ?? "").split("\n").filter((line) => line.startsWith("| `"));
    assert.ok(rows.length > 40, `${rows.length} rows`);
    assert.deepEqual(
      rows.filter((row) => / \|  \| /.test(row.split(" | ").slice(0, 2).join(" | "))),
      [],
    );
    for (const row of rows) assert.ok((row.split(" | ")[1] ?? "").length > 5, `no explanation: ${row}`);
  });
});
