import { strict as assert } from "node:assert";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { documents, ROOT } from "./documents";

/** As GitHub makes them: lower case, without punctuation, blanks as hyphens. */
const anchorsIn = (text: string) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

/** Links and images, without code. */
const linksIn = (text: string) =>
  [...text.replace(/```[\s\S]*?```|`[^`\n]*`/g, "x").matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = ""]) => link);

describe("links in the documents", () => {
  for (const { path, text } of documents)
    it(`${path} leads somewhere`, () => {
      const broken = linksIn(text)
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => {
          const [file = "", anchor] = link.split("#");
          const target = file === "" ? join(ROOT, path) : join(ROOT, dirname(path), file);
          if (!existsSync(target)) return true;
          return anchor !== undefined && !anchorsIn(readFileSync(target, "utf8")).includes(anchor);
        });
      assert.deepEqual(broken, []);
    });

  it("reach every page from another one", () => {
    const reached = new Set(
      documents.flatMap(({ path, text }) => linksIn(text).map((link) => join(dirname(path), link.split("#")[0] ?? ""))),
    );
    // README.md links to the folder of the runbooks.
    const lost = documents.filter(
      ({ path }) => !reached.has(path) && path !== "README.md" && !path.includes("runbooks/"),
    );
    assert.deepEqual(
      lost.map(({ path }) => path),
      [],
    );
  });
});
