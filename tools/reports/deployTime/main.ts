import { runTool } from "../../shared/tool";
import { run, USAGE } from "./command";

/** Answers 0, or 2 if the command or a file was not understood. */
export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run }, words);
}
