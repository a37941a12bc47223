import { runTool } from "../../shared/tool";
import { compliance, COMPLIANCE_USAGE } from "./compliance";

/** Answers 0 if nothing mandatory is violated, 1 if something is, 2 if the line was not understood. */
export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: COMPLIANCE_USAGE, run: compliance }, words);
}
