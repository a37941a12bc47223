import childProcess from "node:child_process";

export type Main = (words: readonly string[]) => Promise<number>;

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

/** Runs a command in this process and keeps what it prints. A command that starts a program has not stopped in time. */
export async function runHere(main: Main, words: readonly string[]): Promise<Ran> {
  const { log, error } = console;
  const write = process.stdout.write.bind(process.stdout);
  const { spawn } = childProcess;
  const said = { out: "", error: "" };
  const to = (stream: "out" | "error") => (text: unknown) => {
    said[stream] += `${String(text)}\n`;
    return true;
  };
  try {
    Object.assign(console, { log: to("out"), error: to("error") });
    Object.assign(process.stdout, { write: to("out") });
    // No fuzzed line may come to an engine.
    Object.assign(childProcess, {
      spawn: () => {
        throw new Error("it started a program");
      },
    });
    return { code: await main(words), ...said };
  } finally {
    Object.assign(console, { log, error });
    Object.assign(process.stdout, { write });
    Object.assign(childProcess, { spawn });
  }
}
