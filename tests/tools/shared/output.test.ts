import { strict as assert } from "node:assert";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeOutput } from "../../../tools/shared/output";
import { UsageError } from "../../../tools/shared/usageError";

describe("the output of a command", () => {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-output-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  it("goes into the file that is named", () => {
    const file = join(folder, "out.txt");
    writeOutput("a line\n", file);
    assert.equal(readFileSync(file, "utf8"), "a line\n");
  });

  it("that cannot be written is told without a stack trace", () => {
    const file = join(folder, "missing", "out.txt");
    assert.throws(
      () => {
        writeOutput("a line\n", file);
      },
      (error) => error instanceof UsageError && error.message.startsWith(`${file} cannot be written: ENOENT`),
    );
  });
});
