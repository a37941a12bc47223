import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { runNode } from "./child";
import type { Counts } from "./reporter";
import type { Selection } from "./selection";
import { longestFirst, ROOT } from "./testFiles";

const MOCHA = join(ROOT, "node_modules", "mocha", "bin", "mocha.js");
const counted = z.object({ passed: z.number(), failed: z.number(), skipped: z.number() });
/** Expressions that mean something else than themselves. */
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** The words for mocha. */
export function mochaWords({ files, title, options }: Selection): readonly string[] {
  const grep = title === undefined ? [] : ["--grep", `/${title.replace(SPECIAL, String.raw`\$&`)}/i`];
  return [MOCHA, ...grep, ...options, ...longestFirst(files)];
}

/**
 * Runs test files, several at once in processes of their own. A mocha that ended before it could count, or that failed
 * without a failed test, is a failure of its own.
 */
export async function runSuite(selection: Selection, jobs: number, output: "keep" | "show"): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-test-"));
  try {
    const counts = join(folder, "counts.json");
    const reporter = ["--reporter", join(__dirname, "reporter.ts"), "--reporter-option", `counts=${counts}`];
    // With a part of the tests, a process would fail for each file that has none of them.
    const isWhole = selection.title === undefined && selection.options.length === 0;
    const parallel = isWhole && jobs > 1 && selection.files.length > 1 ? ["--parallel", "--jobs", String(jobs)] : [];
    const ended = await runNode([...mochaWords(selection), ...parallel, ...reporter], output);
    if (output === "keep") process.stdout.write(ended.output);
    const tests = existsSync(counts)
      ? counted.parse(JSON.parse(readFileSync(counts, "utf8")))
      : { passed: 0, failed: 0, skipped: 0 };
    const died = !existsSync(counts) || (ended.code !== 0 && tests.failed === 0);
    if (died) console.log(`  ✖ mocha ended with ${ended.code} and no test says why`);
    return { ...tests, failed: tests.failed + (died ? 1 : 0) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
