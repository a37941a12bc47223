import { runTool } from "../../shared/tool";
import { UsageError } from "../../shared/usageError";
import { gate, GATE_USAGE } from "./gate";
import { report, REPORT_USAGE } from "./report";

const COMMANDS = { report: { usage: REPORT_USAGE, run: report }, gate: { usage: GATE_USAGE, run: gate } };
const USAGE = `${REPORT_USAGE}\n\n${GATE_USAGE}`;
const UNKNOWN = {
  usage: USAGE,
  run: ([command]: readonly string[]): never => {
    throw new UsageError(`${command ?? "nothing"}: not a command.\n${USAGE}`);
  },
};

/** Runs a command on a plan or a state. Answers 0 if nothing is in the way, 1 if something is, 2 if it was not understood. */
export function main(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  return command === "report" || command === "gate" ? runTool(COMMANDS[command], rest) : runTool(UNKNOWN, words);
}
