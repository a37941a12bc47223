import { strict as assert } from "node:assert";
import { hasTest, isThere, read, testsNamedIn } from "./titles";

const page = read("docs/reviews.md");
const rows = page.split("\n").filter((line) => /^\| (?!finding|---)/.test(line));

/** Findings that the reviews number, by the heading that they stand under. */
const NUMBERED: readonly (readonly [heading: string, ids: readonly string[]])[] = [
  ["## Data, network, edge and backup", numbers("F", 11)],
  ["## Application and account", numbers("F", 16)],
  ["## IAM", [...numbers("H", 6), ...numbers("M", 7), ...numbers("L", 8)]],
];

function numbers(letter: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${letter}${String(index + 1)}`);
}

describe("the page of reviews", () => {
  for (const [heading, ids] of NUMBERED)
    it(`leaves out none of ${heading.slice("## ".length)}`, () => {
      const [, part = ""] = page.split(heading);
      const there = [...(part.split("\n## ")[0] ?? "").matchAll(/^\| ([A-Z]\d+)/gm)].map(([, id]) => id);
      assert.deepEqual(
        ids.filter((id) => !there.includes(id)),
        [],
      );
    });

  it("says of each finding what became of it, and leaves none open", () => {
    assert.ok(rows.length > 80);
    for (const row of rows) assert.match(row, /^\| [^|]{5,} \| [^|]{5,} \|$/);
    assert.doesNotMatch(page, /\bopen\*\*|TODO|\(d\)/);
  });

  it("names files that exist", () => {
    const files = [...page.matchAll(/`((?:[\w.-]+\/)+[\w.-]+\.(?:ts|md|json))`/g)].map(([, file = ""]) => file);
    assert.ok(files.length > 60);
    assert.deepEqual(
      files.filter((file) => !isThere(file)),
      [],
    );
  });

  it("names tests that exist, by their titles", () => {
    const named = testsNamedIn(page);
    assert.ok(named.length > 40);
    assert.deepEqual(
      named.filter(([file, title]) => !hasTest(file, title)).map((each) => each.join(": ")),
      [],
    );
  });

  it("sends whoever has to look at the first update to a letter of the page for it", () => {
    const letters = new Set(
      [...page.matchAll(/first `up`, ((?:[a-z](?:, | and )?)+)/g)].flatMap(
        ([, list = ""]) => list.match(/\b[a-z]\b/g) ?? [],
      ),
    );
    const there = [...read("docs/real-aws.md").matchAll(/^\*\*([a-z])\. /gm)].map(([, letter = ""]) => letter);
    assert.deepEqual([...letters].toSorted(), there);
  });
});
