import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { missingLinks } from "./mentions";

const ROOT = join(__dirname, "../../..");
const ROOMS = ["components", "docs", "lab", "policies", "stacks", "tests", "tools", ".github"];
/** What its authors had before them, and nobody who reads the repository has. */
const ELSEWHERE =
  /\b[Ss]ources? [A-D]\b|\b[Bb]oth sources\b|\brequirements(\.md| table)|\b[Tt]he issue's\b|aws-pitfalls|\bpitfall \d/;

const isText = (file: string) => /\.(ts|js|md|ya?ml|json|txt)$/.test(file);
const below = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name).slice(ROOT.length + 1))
    .filter((file) => isText(file) && !/^policies\/bin\/|node_modules/.test(file));
const files = [
  ...readdirSync(ROOT).filter((file) => isText(file) && file !== "package-lock.json"),
  ...ROOMS.flatMap(below),
];

describe("the repository", () => {
  it("cites nothing that is not in it", () => {
    assert.ok(files.length > 1000);
    const cited = files.flatMap((file) => {
      const lines = readFileSync(join(ROOT, file), "utf8").split("\n");
      return lines.flatMap((line, index) =>
        ELSEWHERE.test(line) && !file.endsWith("selfContained.test.ts") ? [`${file}:${index + 1}`] : [],
      );
    });
    assert.deepEqual(cited, []);
  });

  for (const page of files.filter((file) => file.endsWith(".md") && !file.startsWith("tests/")))
    it(`has what ${page} links to`, () => {
      assert.deepEqual(missingLinks(page), []);
    });
});
