import { runTool } from "../../shared/tool";
import { report, REPORT_USAGE } from "./report";

export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: REPORT_USAGE, run: report }, words);
}
