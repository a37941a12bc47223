import { gate, GATE_USAGE } from "./gate";
import { report, REPORT_USAGE } from "./report";
import { UsageError } from "./usageError";

const COMMANDS = { report, gate };
const USAGE = `${REPORT_USAGE}\n\n${GATE_USAGE}`;

/** Runs a command on a plan or a state. Answers 0 if nothing is in the way, 1 if something is, 2 if it was not understood. */
export async function main(words: readonly string[]): Promise<number> {
  const [command, ...rest] = words;
  if (command === "--help" || rest.includes("--help")) {
    console.log(command === "report" ? REPORT_USAGE : command === "gate" ? GATE_USAGE : USAGE);
    return 0;
  }
  try {
    if (command !== "report" && command !== "gate")
      throw new UsageError(`${command ?? "nothing"}: not a command.\n${USAGE}`);
    return await COMMANDS[command](rest);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}
