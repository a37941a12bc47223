import { UsageError } from "./usageError";

/** A command with the text that `--help` shows. */
export interface Tool {
  readonly usage: string;
  /** Answers the exit code: 0 if nothing is in the way, 1 if something is. */
  readonly run: (words: readonly string[]) => number | Promise<number>;
}

/** Runs a tool; answers 2, with a message and no stack trace, if what the user wrote cannot be used. */
export async function runTool({ usage, run }: Tool, words: readonly string[]): Promise<number> {
  if (words.includes("--help")) {
    console.log(usage);
    return 0;
  }
  try {
    return await run(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
}
