import { strict as assert } from "node:assert";
import { join } from "node:path";
import { selectionOf } from "../../../lab/check/selection";
import { mochaWords } from "../../../lab/check/suite";
import { GROUPS, longestFirst, ROOT, testFiles } from "../../../lab/check/testFiles";

const select = (words: readonly string[], from = ROOT) => selectionOf(words, GROUPS, from);

describe("npm test -- <file or words>", () => {
  it("without words is every file", () => {
    assert.deepEqual(select([]), { files: testFiles(), title: undefined, options: [] });
  });

  it("runs a file that is named, from wherever the user is", () => {
    const files = ["tests/components/shared/cidr.test.ts"];
    assert.deepEqual(select(files), { files, title: undefined, options: [] });
    assert.deepEqual(select(["cidr.test.ts"], join(ROOT, "tests/components/shared")).files, files);
  });

  it("runs all files of a folder", () => {
    const { files } = select(["tests/components/shared"]);
    assert.ok(files.length > 3);
    assert.deepEqual(
      files.filter((file) => !file.startsWith("tests/components/shared/")),
      [],
    );
  });

  it("takes other words for a part of a file's name", () => {
    assert.deepEqual(select(["postgresCluster"]).files, ["tests/components/database/postgresCluster.test.ts"]);
  });

  it("and for a part of a title where no file has that name, whatever it means in an expression", () => {
    const selection = select(["refuses", "a", "retention", "(days)"]);
    assert.equal(selection.title, "refuses a retention (days)");
    assert.equal(selection.files.length, testFiles().length);
    const words = mochaWords(selection);
    assert.equal(words[words.indexOf("--grep") + 1], String.raw`/refuses a retention \(days\)/i`);
  });

  it("looks for words in the files that are named with them, and leaves options to mocha", () => {
    assert.deepEqual(select(["tests/stacks", "schedule", "of", "--bail", "--grep", "x"]), {
      files: testFiles(join(ROOT, "tests/stacks")),
      title: "schedule of",
      options: ["--bail", "--grep", "x"],
    });
  });

  it("refuses a file of another group", () => {
    assert.throws(() => selectionOf(["tests/engine/guard.test.ts"], ["unit"], ROOT), /no test file/);
  });

  it("begins with the longest, and leaves none out", () => {
    const ordered = longestFirst(testFiles());
    assert.equal(ordered[0], "tests/engine/rehearsal.test.ts");
    assert.deepEqual(ordered.toSorted(), testFiles());
  });
});
