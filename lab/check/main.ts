import { availableParallelism } from "node:os";
import { runChecks, writeFormat } from "./checks";
import { runNode } from "./child";
import type { Counts } from "./reporter";
import { type Selection, selectionOf } from "./selection";
import { mochaWords, runSuite } from "./suite";
import { groupOf, GROUPS } from "./testFiles";

const JOBS = availableParallelism();

/** `npm test`, and what is a part of it. */
export async function main([first, ...others]: readonly string[]): Promise<number> {
  const from = process.env["INIT_CWD"] ?? process.cwd();
  if (first === "--format") return writeFormat();
  if (first === "--watch") return watch(selectionOf(others, ["unit"], from));
  if (first === "--unit") return summed([await runSuite(selectionOf(others, ["unit"], from), JOBS, "show")]);
  if (first === "--engine") return summed([await runSuite(selectionOf(others, ["engine"], from), JOBS, "show")]);
  const words = first === undefined ? [] : [first, ...others];
  const selection = selectionOf(words, GROUPS, from);
  return summed(words.length > 0 ? [await runSuite(selection, JOBS, "show")] : await everything(selection));
}

/** Everything at once: the engine's tests wait for their processes half of the time, and the others take what they leave. */
async function everything(selection: Selection): Promise<readonly Counts[]> {
  const of = (group: string) => ({ ...selection, files: selection.files.filter((file) => groupOf(file) === group) });
  const checksAndUnit = async () => {
    console.log("\n  checks");
    return [await runChecks(), await runSuite(of("unit"), Math.max(1, JOBS - 1), "show")];
  };
  const [engine, others] = await Promise.all([runSuite(of("engine"), JOBS, "keep"), checksAndUnit()]);
  return [engine, ...others];
}

/** The last line, and the exit code. */
function summed(all: readonly Counts[]): number {
  const [passed, failed, skipped] = (["passed", "failed", "skipped"] as const).map((key) =>
    all.reduce((sum, counts) => sum + counts[key], 0),
  );
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  return failed === 0 ? 0 : 1;
}

/** Runs the tests again whenever a file that they load has changed, until it is interrupted. */
async function watch(selection: Selection): Promise<number> {
  return (await runNode(["--watch", "--watch-preserve-output", ...mochaWords(selection)], "show")).code;
}
