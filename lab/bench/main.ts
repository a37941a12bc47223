import { runTool } from "../../tools/shared/tool";
import { bench, BENCH_USAGE } from "./bench";

/** Measures how long previews and updates take. Answers 0, or 2 if what was asked for was not understood. */
export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: BENCH_USAGE, run: bench }, words);
}
