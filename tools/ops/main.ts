import { runTool } from "../shared/tool";
import { UsageError } from "../shared/usageError";
import { operations } from "./operations";

const width = Math.max(0, ...operations.map(({ name }) => name.length));
const USAGE = `npm run ops -- <operation> [--help] [--dry-run] [options]

${operations.map(({ name, summary }) => `${name.padEnd(width)}  ${summary}`).join("\n")}`;
const NONE = {
  usage: USAGE,
  run: ([name]: readonly string[]): never => {
    throw new UsageError(`${name === undefined ? "No operation is named" : `${name}: unknown operation`}.\n${USAGE}`);
  },
};

/** Runs one operation on a deployed stack. */
export function main([name, ...words]: readonly string[]): Promise<number> {
  const asked = operations.find((each) => each.name === name);
  return asked === undefined ? runTool(NONE, name === undefined ? [] : [name]) : runTool(asked, words);
}
