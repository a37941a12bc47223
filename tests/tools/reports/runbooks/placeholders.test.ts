import { strict as assert } from "node:assert";
import { placeholdersIn } from "../../../../tools/reports/runbooks/placeholders";

describe("placeholders of a page", () => {
  it("are names, settings and tables, each once and in order", () => {
    assert.deepEqual(placeholdersIn("<!-- keys --> {{a.b}} <z> <recovery point> <z> <MFA device>"), [
      { kind: "name", name: "MFA device" },
      { kind: "name", name: "recovery point" },
      { kind: "name", name: "z" },
      { kind: "setting", name: "a.b" },
      { kind: "table", name: "keys" },
    ]);
  });

  it("are not comparisons, redirections, addresses or braces of the shell", () => {
    for (const text of [
      "a < b > c",
      "x > file.json",
      "<https://example.com>",
      "'{{a b}}'",
      "{ $.status = 500 }",
      "<!-- two words -->",
    ])
      assert.deepEqual(placeholdersIn(text), [], text);
  });
});
