import { strict as assert } from "node:assert";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SAFEGUARDS } from "../../../../policies/controls";
import { csvMatrix } from "../../../../tools/reports/compliance/formats/csv";
import { htmlMatrix } from "../../../../tools/reports/compliance/formats/html";
import { jsonMatrix } from "../../../../tools/reports/compliance/formats/json";
import { markdownMatrix } from "../../../../tools/reports/compliance/formats/markdown";
import { summaryMarkdown, summarySection } from "../../../../tools/reports/compliance/formats/summary";
import { HOSTILE, smallMatrix } from "./example";

const GOLDEN = join(__dirname, "../../../fixtures/compliance");
const FILES = {
  "matrix.html": htmlMatrix,
  "matrix.csv": csvMatrix,
  "matrix.json": jsonMatrix,
  "matrix.md": markdownMatrix,
  "summary.html": summarySection,
  "summary.md": summaryMarkdown,
};
/** Of four renderings of one matrix one is enough to review a change by; the others are judged by their structure below. */
const READ_BY_PEOPLE = new Set(["matrix.md", "summary.html", "summary.md"]);
const count = (text: string, part: string) => text.split(part).length - 1;

/** RFC 4180, read by itself: a cell is quoted or holds neither quote, comma nor line end. */
function parsed(csv: string): string[][] {
  return csv
    .replace(/\r\n$/, "")
    .split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(
        ([, quoted, bare]) => quoted?.replaceAll('""', '"') ?? bare ?? "",
      ),
    );
}

describe("the compliance report", () => {
  for (const [file, render] of Object.entries(FILES))
    it(`is the same twice, to the byte: ${file}`, () => {
      assert.equal(render(smallMatrix()), render(smallMatrix()));
    });

  for (const [file, render] of Object.entries(FILES).filter(([name]) => READ_BY_PEOPLE.has(name)))
    it(`is what ${file} holds, to the byte; UPDATE_GOLDEN=1 writes it anew`, () => {
      const made = render(smallMatrix());
      if (process.env["UPDATE_GOLDEN"] === "1") {
        mkdirSync(GOLDEN, { recursive: true });
        writeFileSync(join(GOLDEN, file), made);
      }
      assert.ok(existsSync(join(GOLDEN, file)), "UPDATE_GOLDEN=1 npm test");
      assert.equal(made, readFileSync(join(GOLDEN, file), "utf8"));
    });

  it("names every citation in every format", () => {
    for (const [file, render] of Object.entries(FILES)) {
      const text = render(smallMatrix());
      for (const each of Object.keys(SAFEGUARDS)) assert.ok(text.includes(each), `${file}: ${each}`);
    }
  });
});

describe("the compliance page", () => {
  const page = htmlMatrix(smallMatrix());

  it("needs no network, no other file and no script", () => {
    assert.doesNotMatch(
      page,
      /\b(src|srcset|action|data)=["'](?!#)|<script|<link|<iframe|<img|@import|url\(|https?:\/\//i,
    );
    for (const [, target = ""] of page.matchAll(/href="([^"]*)"/g))
      assert.ok(target.startsWith("#") && page.includes(`id="${target.slice(1)}"`), target);
  });

  it("escapes what a resource is called", () => {
    assert.ok(page.includes("=1+1&lt;img src=x onerror=&quot;a()&quot;&gt;|`"));
  });

  it("has a caption and scopes in every table, an id once, and no tag left open", () => {
    const tables = page.match(/<table>[\s\S]*?<\/table>/g) ?? [];
    assert.ok(tables.length > 5);
    for (const each of tables) {
      assert.match(each, /<caption>[^<]+<\/caption>/);
      assert.equal(count(each, "<th "), count(each, "<th scope="));
    }
    const ids = [...page.matchAll(/\bid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const tag of [
      "table",
      "tbody",
      "tr",
      "td",
      "th",
      "section",
      "details",
      "div",
      "ul",
      "small",
      "code",
      "article",
    ])
      assert.equal(page.match(new RegExp(`<${tag}[ >]`, "g"))?.length, count(page, `</${tag}>`), tag);
  });

  it("fits the paper, the dark and a narrow window", () => {
    assert.match(page, /@media print/);
    assert.match(page, /prefers-color-scheme: dark/);
    assert.match(page, /\.scroll \{ overflow-x: auto/);
  });

  it("leaves room on paper for who did a duty and when", () => {
    assert.match(page, /<th scope="col" class="blank">Done by<\/th><th scope="col" class="blank">On<\/th>/);
  });
});

describe("the compliance CSV", () => {
  const [head = [], ...rows] = parsed(csvMatrix(smallMatrix()));
  const cell = (row: readonly string[], column: string) => row[head.indexOf(column)];

  it("parses back into rows as long as its head, each cell as it was", () => {
    for (const each of rows) assert.equal(each.length, head.length);
    const { citations, rules } = smallMatrix();
    const expected = citations.flatMap(({ id, rules: own }) =>
      own.length === 0
        ? [`45 CFR ${id}||`]
        : own.flatMap((rule) => {
            const judged = rules.find((each) => each.id === rule)?.judged ?? [];
            return judged.length === 0
              ? [`45 CFR ${id}|${rule}|`]
              : judged.map(({ urn }) => `45 CFR ${id}|${rule}|${urn}`);
          }),
    );
    assert.deepEqual(
      rows.map((row) => `${cell(row, "citation")}|${cell(row, "rule")}|${cell(row, "urn")}`),
      expected,
    );
  });

  it("has no cell that a spreadsheet would run", () => {
    assert.ok(rows.some((row) => cell(row, "name") === `'${HOSTILE}`));
    for (const each of rows.flat()) assert.doesNotMatch(each, /^[=+@\t\r]|^-(?!\d+$)/);
  });
});

describe("the compliance JSON", () => {
  it("holds the matrix and names its shape", () => {
    assert.deepEqual(JSON.parse(jsonMatrix(smallMatrix())), {
      format: "telehealth-compliance/1",
      ...JSON.parse(JSON.stringify(smallMatrix())),
    });
  });
});

describe("the compliance Markdown", () => {
  it("lets nothing in a name begin a tag or a cell", () => {
    const text = markdownMatrix(smallMatrix());
    assert.ok(!text.includes("<img"));
    for (const each of text.match(/^\|.*$/gm) ?? []) assert.match(each, /^\| ?.*\|$/);
    const line = text.split("\n").find((each) => each.includes("onerror")) ?? assert.fail("no such line");
    assert.equal(line.match(/(?<!\\)\|/g)?.length, 5);
  });
});
