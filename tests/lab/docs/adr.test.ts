import { strict as assert } from "node:assert";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { missingPaths, missingScripts } from "./mentions";
import { read } from "./titles";

const FOLDER = "docs/adr";
const HEADINGS = ["Context", "Decision", "What was measured", "Consequences", "What would end it"];
const records = readdirSync(join(__dirname, "../../..", FOLDER)).filter((file) => file !== "README.md");

describe("architecture decision records", () => {
  it("are all listed, by their titles, and found from the page of decisions", () => {
    const list = read(`${FOLDER}/README.md`);
    for (const file of records) {
      const [, number = "", title = ""] = /^# (\d+)\. (.+)$/m.exec(read(`${FOLDER}/${file}`)) ?? [];
      assert.ok(list.includes(`| ${number} | [${title}](${file}) |`), file);
      assert.equal(file.slice(0, 4), number.padStart(4, "0"));
    }
    assert.match(read("docs/decisions.md"), /\]\(adr\/README\.md\)/);
    assert.ok(records.length >= 8);
  });

  for (const file of records)
    it(`${file} has its date and says what was measured and what would end it`, () => {
      const text = read(`${FOLDER}/${file}`);
      assert.match(text.split("\n")[2] ?? "", /^20\d\d-\d\d-\d\d\b/);
      assert.deepEqual(
        [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading),
        HEADINGS,
      );
      for (const part of text.split(/^## .+$/m).slice(1)) assert.ok(part.trim().length > 60, part);
    });

  for (const file of [...records, "README.md"])
    it(`${file} names only what exists`, () => {
      assert.deepEqual(missingPaths(`${FOLDER}/${file}`), []);
      assert.deepEqual(missingScripts(`${FOLDER}/${file}`), []);
    });
});
