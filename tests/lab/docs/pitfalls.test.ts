import { strict as assert } from "node:assert";
import { pack } from "../../../policies/pack";
import { hasTest, isThere, read, titlesOf } from "./titles";

const PITFALLS = 142;

interface Row {
  readonly number: number;
  readonly pitfall: string;
  readonly metBy: string;
  readonly test: string;
}

const ROWS: readonly Row[] = [...read("docs/pitfalls.md").matchAll(/^\| (\d+) \| (.*?) \| (.*?) \| (.*?) \|$/gm)].map(
  ([, number, pitfall = "", metBy = "", test = ""]) => ({ number: Number(number), pitfall, metBy, test }),
);

/** Files in code spans, each with the texts in brackets behind it. */
function filesIn(cell: string): { file: string; texts: string[] }[] {
  return [...cell.matchAll(/`([^`]+)`(?: \((`[^`]+`(?:, `[^`]+`)*)\))?/g)]
    .filter(([, span = ""]) => /^[\w.-]+(\/[\w.-]+)*\.(ts|js|mjs|json|md|yaml)$/.test(span))
    .map(([, file = "", texts = ""]) => ({
      file,
      texts: [...texts.matchAll(/`([^`]+)`/g)].map(([, each = ""]) => each),
    }));
}

const rulesIn = (cell: string): string[] =>
  [...cell.matchAll(/\brules? (`[a-z0-9-]+`(?:, `[a-z0-9-]+`)*)/g)].flatMap(([, list = ""]) =>
    list.replaceAll("`", "").split(", "),
  );

/** Test files and, behind a colon, the titles in them. */
const testsIn = (cell: string): { file: string; titles: string[] }[] =>
  cell.split(/; (?=`tests\/)/).map((part) => {
    const [, file = "", titles = ""] = /^`([^`]+\.test\.ts)`: (".+")$/.exec(part) ?? [];
    return { file, titles: titles.slice(1, -1).split('", "') };
  });

describe("the page of pitfalls", () => {
  it("has one row for each number, in order and without a gap", () => {
    assert.deepEqual(
      ROWS.map(({ number }) => number),
      Array.from({ length: PITFALLS }, (_, index) => index + 1),
    );
    const begun = read("docs/pitfalls.md").match(/^\| *\d/gm) ?? [];
    assert.equal(begun.length, ROWS.length, "a row has other columns");
  });

  it("says in a sentence what goes wrong, of each something else", () => {
    for (const { number, pitfall } of ROWS) assert.match(pitfall, /^[A-Z].{30,}[^.]$/, String(number));
    assert.equal(new Set(ROWS.map(({ pitfall }) => pitfall)).size, ROWS.length);
  });

  it("names files that exist, with the texts in them that it says", () => {
    const wrong = ROWS.flatMap(({ number, metBy }) =>
      filesIn(metBy).flatMap(({ file, texts }) => {
        if (!isThere(file)) return [`${number}: ${file} is not there`];
        return texts.filter((each) => !read(file).includes(each)).map((each) => `${number}: ${file} has no ${each}`);
      }),
    );
    assert.deepEqual(wrong, []);
    for (const { number, metBy } of ROWS) assert.ok(filesIn(metBy).length + rulesIn(metBy).length > 0, String(number));
  });

  it("names rules that the policy pack has", () => {
    const known = new Set(pack.map(({ id }) => id));
    assert.deepEqual(
      ROWS.flatMap(({ metBy }) => rulesIn(metBy)).filter((each) => !known.has(each)),
      [],
    );
  });

  it("names tests that exist, by their titles, or says why there is none and what a person does", () => {
    const wrong = ROWS.filter(({ test }) => !/^no test: \S.*; \S/.test(test)).flatMap(({ number, test }) =>
      testsIn(test).flatMap(({ file, titles }) => {
        if (!isThere(file)) return [`${number}: ${file || test} is not there`];
        return titles.filter((each) => !hasTest(file, each)).map((each) => `${number}: ${file} has no test "${each}"`);
      }),
    );
    assert.deepEqual(wrong, []);
  });

  it("would notice a test, or one of its cases, that is gone", () => {
    const has = titlesOf(
      'it("is fine"); it(name); const n = "by name"; for (const x of ["a port"]) it(`refuses ${x}`);',
    );
    for (const title of ["is fine", "by name", "refuses a port"]) assert.ok(has(title), title);
    for (const title of ["is bad", "refuses a host", "accepts a port"]) assert.ok(!has(title), title);
  });
});
