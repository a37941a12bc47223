import { strict as assert } from "node:assert";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Journal } from "../../../lab/faults/journal";
import { main } from "../../../lab/faults/main";
import { OPTIONS, selectionOf } from "../../../lab/faults/options";
import { readOptions } from "../../../tools/shared/options";
import { UsageError } from "../../../tools/shared/usageError";

describe("the journal of faults", () => {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-journal-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const tried = (at: number, problems: readonly string[] = []) => ({
    fault: { operation: "create", at, kind: "error", seed: 1 } as const,
    problems,
    known: 0,
  });

  it("knows what was tried of a stack, the last time it was", () => {
    const file = join(folder, "tried.jsonl");
    const journal = new Journal(file, "dev");
    assert.equal(journal.read().size, 0);
    for (const each of [tried(1, ["created twice: x"]), tried(2), tried(1)]) journal.add(each);
    new Journal(file, "staging").add(tried(3));
    assert.deepEqual([...new Journal(file, "dev").read().values()], [tried(1), tried(2)]);
  });

  it("says which line of a file is not its own", () => {
    const file = join(folder, "other.jsonl");
    new Journal(file, "dev").add(tried(1));
    appendFileSync(file, "not json\n");
    assert.throws(
      () => new Journal(file, "dev").read(),
      (error) => error instanceof UsageError && /line 2 of/.test(error.message),
    );
  });

  it("is none without a file", () => {
    new Journal(undefined, "dev").add(tried(1));
    assert.equal(new Journal(undefined, "dev").read().size, 0);
  });
});

describe("the options of faults", () => {
  const selected = (...words: string[]) => selectionOf(readOptions(words, OPTIONS, ""));

  it("ask for every call, operation and kind by default", () => {
    const { operations, kinds, from, every } = selected();
    assert.deepEqual(
      [operations, kinds, from, every],
      [["create", "update", "delete"], ["error", "unanswered", "answered"], 1, 1],
    );
  });

  it("ask for one operation and kind; a kill is tried before and after the answer", () => {
    const { operations, kinds, from, to, every } = selected(
      ...["--operation", "destroy", "--kind", "kill", "--from", "5", "--to", "9", "--every", "2"],
    );
    assert.deepEqual([operations, kinds, from, to, every], [["delete"], ["unanswered", "answered"], 5, 9, 2]);
    assert.deepEqual(selected("--kind", "error").kinds, ["error"]);
  });

  for (const words of [
    ["--kind", "flood"],
    ["--every", "0"],
    ["--stack", "test"],
    ["--jobs", "two"],
    ["--often"],
    ["--stack", "prod"],
  ])
    it(`refuse ${words.join(" ")} before anything is started`, async () => {
      const { error } = console;
      const said: string[] = [];
      console.error = (text: string) => said.push(text);
      try {
        assert.equal(await main(words), 2);
      } finally {
        console.error = error;
      }
      assert.ok(said.join("\n").includes(words[0] ?? ""), said.join("\n"));
    });
});
