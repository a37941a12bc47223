import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { UsageError } from "../../shared/usageError";
import type { TestsIndex } from "./matrix";

/** Runs the cases of the rules and prints what passed. Nothing of ours imports tests, so it is a process of its own. */
const SCRIPT = "tests/policies/tryCases.ts";
const CASES = "tests/policies/cases";

const printed = z.record(
  z.string(),
  z.object({
    file: z.string(),
    safe: z.number(),
    unsafe: z.number(),
    open: z.number(),
    failed: z.array(z.string()),
  }),
);

/** For a report that says nothing of tests. */
export const NO_TESTS: TestsIndex = { shipped: false, byRule: {} };

const known = new Map<string, TestsIndex>();

/** The tests of every rule, as they pass now; they run once for all reports of a process. */
export function testsIndexOf(root: string): TestsIndex {
  const index = known.get(root) ?? tried(root);
  known.set(root, index);
  return index;
}

/** A rule that fails one of its tests shows nothing, so there is no report then. */
function tried(root: string): TestsIndex {
  if (!existsSync(join(root, SCRIPT))) return NO_TESTS;
  const line = ["--require", "ts-node/register/transpile-only", SCRIPT];
  const output = execFileSync(process.execPath, line, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 });
  const rules = Object.entries(printed.parse(JSON.parse(output)));
  const failed = rules.flatMap(([id, rule]) => rule.failed.map((what) => `${id} judges wrongly: ${what}.`));
  if (failed.length > 0)
    throw new UsageError(
      `${failed.join("\n")}\nNo evidence is made with rules that fail their own tests. Run npm test.`,
    );
  const byRule = rules.map(([id, { file, safe, unsafe, open }]) => {
    return [id, { file: `${CASES}/${file}.ts`, safe, unsafe, open }] as const;
  });
  return { shipped: true, byRule: Object.fromEntries(byRule) };
}
