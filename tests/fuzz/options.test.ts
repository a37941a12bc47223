import { strict as assert } from "node:assert";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { z } from "zod";
import { main as compliance } from "../../tools/reports/compliance/main";
import { main as cost } from "../../tools/reports/cost/main";
import { main as diagram } from "../../tools/reports/diagram/main";
import { main as doctor } from "../../tools/reports/doctor/main";
import { main as environment } from "../../tools/reports/env/main";
import { main as ops } from "../../tools/ops/main";
import { main as policy } from "../../tools/reports/policy/main";
import { readOptions, whole } from "../../tools/shared/options";
import { UsageError } from "../../tools/shared/usageError";
import { budget, patience } from "./budget";
import { type Main, type Ran, runHere } from "../runHere";

/** A stack that cannot be read, so that no command comes to asking an engine or to writing. */
const NOWHERE = join(tmpdir(), "no-such-folder-of-telehealth", "plan.json");

/** Each command with what stands before its options. */
const COMMANDS: Readonly<Record<string, readonly [Main, readonly string[]]>> = {
  "policy:report": [policy, ["report"]],
  "policy:gate": [policy, ["gate"]],
  compliance: [compliance, []],
  cost: [cost, []],
  diagram: [diagram, []],
  "doctor --explain": [doctor, ["--explain", "video"]],
  env: [environment, []],
};

/** What a user sees who typed something else: an exit code, and words instead of a stack trace. */
function isCalm({ code, stdout, stderr }: Ran): void {
  assert.ok(code === 0 || code === 1 || code === 2, `exit code ${code}`);
  assert.doesNotMatch(stderr, /\n\s+at \S|node:internal|TypeError|ReferenceError|ZodError|ENOENT.*\n.*errno/);
  assert.doesNotMatch(stderr, /\[object |undefined/);
  if (code === 2) assert.ok(stderr.trim() !== "", "it says no, and not why");
  if (code === 0) assert.ok(stdout.trim() !== "", "it did nothing, and says so with 0");
}

const namesIn = (usage: string) =>
  [...new Set(usage.match(/--[a-z][a-z-]*/g) ?? [])].filter((each) => each !== "--help");

const text = fc.oneof(
  fc.string({ maxLength: 10 }),
  fc.constantFrom(
    "",
    "-",
    "=",
    "0",
    "-1",
    "1e9",
    "dev",
    "prod",
    "json",
    "2026-02-30",
    "../..",
    "__proto__",
    "a\nb",
    "\u0000",
    "é",
  ),
  fc.constant("x".repeat(5_000)),
);
const wordsOf = (names: readonly string[]) =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...names, "--no-such", "-x", "--constructor", "--__proto__", "-s") },
      { weight: 2, arbitrary: text },
      { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...names), text).map((pair) => pair.join("=")) },
      { weight: 1, arbitrary: text.map((each) => `--${each}`) },
    ),
    { maxLength: 5 },
  );

describe("commands, whatever is typed behind them", function () {
  this.timeout(patience(60_000));

  for (const [name, [main, first]] of Object.entries(COMMANDS))
    it(`${name} answers with 0, 1 or 2 and a sentence`, async () => {
      const help = await runHere(main, [...first, "--help"]);
      assert.equal(help.code, 0);
      const names = namesIn(help.stdout);
      const nothing = names.includes("--file") ? ["--file", NOWHERE] : [NOWHERE];
      await fc.assert(
        fc.asyncProperty(wordsOf(names), async (words) => {
          isCalm(await runHere(main, [...first, ...words, ...nothing]));
        }),
        budget(100),
      );
    });

  it("ops refuses what is no operation, and an option that none has", async () => {
    const help = await runHere(ops, ["--help"]);
    const operations = [...help.stdout.matchAll(/^([a-z][a-z-]+) {2}/gm)].map((match) => match[1] ?? "");
    assert.ok(operations.length > 3, help.stdout);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...operations), text),
        wordsOf(["--stack", "--dry-run"]),
        async (name, words) => {
          isCalm(await runHere(ops, [name, "--no-such-option", ...words]));
        },
      ),
      budget(150),
    );
  });

  it("are read as their schemas say, or refused with the usage", () => {
    const options = {
      count: whole.default(3),
      kind: z.enum(["a", "b"]).optional(),
      really: z.boolean().default(false),
    };
    fc.assert(
      fc.property(wordsOf(["--count", "--kind", "--really"]), (words) => {
        try {
          const { count, kind, really } = readOptions(words, options, "the usage");
          assert.ok(Number.isInteger(count) && count >= 0 && (kind ?? "a").length === 1);
          assert.equal(really, words.includes("--really"));
        } catch (error) {
          assert.ok(error instanceof UsageError, String(error));
          assert.match(error.message, /\n\nthe usage$/);
        }
      }),
      budget(2_000),
    );
  });
});
