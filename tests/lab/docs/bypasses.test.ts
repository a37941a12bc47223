import { strict as assert } from "node:assert";
import { hasTest, isThere, read, testsNamedIn } from "./titles";

const page = read("docs/policy-bypasses.md");
const rows = page.split("\n").filter((line) => /^\| N?\d+: /.test(line));
const numbers = new Set(rows.map((row) => /^\| (N?\d+):/.exec(row)?.[1] ?? ""));
/** Ways that the review counted. */
const REVIEWED = 26;
/** Ways that we had to find beside. */
const FOUND = 10;

describe("the page of ways round the rules", () => {
  it("has each of the review's, and more", () => {
    for (let way = 1; way <= REVIEWED; way += 1) assert.ok(numbers.has(String(way)), `way ${way}`);
    const found = [...numbers].filter((each) => each.startsWith("N"));
    assert.ok(found.length >= FOUND);
    assert.deepEqual(
      found,
      found.map((_, index) => `N${index + 1}`),
    );
  });

  it("names what stops each, and a test or the reason why there is none", () => {
    for (const row of rows) assert.match(row, /^\| [^|]{5,} \| [^|]{3,} \| [^|]{5,} \|$/);
  });

  it("names files and tests that exist", () => {
    const files = [...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.ts)`/g)].map(([, file = ""]) => file);
    assert.deepEqual(
      files.filter((file) => !isThere(file)),
      [],
    );
    const named = testsNamedIn(page);
    assert.ok(named.length > 40);
    assert.deepEqual(
      named.filter(([file, title]) => !hasTest(file, title)).map((each) => each.join(": ")),
      [],
    );
  });
});
