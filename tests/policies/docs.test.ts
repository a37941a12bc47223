import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { withRules } from "../../policies/docs";
import { pack } from "../../policies/pack";

describe("the pack's README", () => {
  const readme = readFileSync(join(__dirname, "../../policies/README.md"), "utf8");

  it("holds the tables of today's rules", () => {
    assert.equal(readme, withRules(readme), "run `npm run docs` in policies/");
  });

  it("mentions every rule once", () => {
    for (const { id } of pack) assert.equal(readme.split(`| \`${id}\`<br>`).length, 2, id);
  });
});
