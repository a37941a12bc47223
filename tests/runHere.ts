import childProcess from "node:child_process";

export type Main = (words: readonly string[]) => Promise<number>;

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Choices {
  /** Where the user is. */
  readonly folder?: string;
  readonly startsPrograms?: true;
}

/**
 * Runs a command in this process and keeps what it prints. A command that starts a program has not stopped in time, unless
 * that is expected.
 */
export async function runHere(
  main: Main,
  words: readonly string[],
  { folder, startsPrograms }: Choices = {},
): Promise<Ran> {
  const { log, error } = console;
  const write = process.stdout.write.bind(process.stdout);
  const { spawn } = childProcess;
  const before = process.env["INIT_CWD"];
  const said = { stdout: "", stderr: "" };
  const note = (stream: keyof typeof said, end: string) => (text: unknown) => {
    said[stream] += `${String(text)}${end}`;
    return true;
  };
  try {
    if (folder !== undefined) process.env["INIT_CWD"] = folder;
    Object.assign(console, { log: note("stdout", "\n"), error: note("stderr", "\n") });
    Object.assign(process.stdout, { write: note("stdout", "") });
    const refuse = () => {
      throw new Error("it started a program");
    };
    if (startsPrograms === undefined) Object.assign(childProcess, { spawn: refuse });
    return { code: await main(words), ...said };
  } finally {
    Object.assign(console, { log, error });
    Object.assign(process.stdout, { write });
    Object.assign(childProcess, { spawn });
    if (before === undefined) delete process.env["INIT_CWD"];
    else process.env["INIT_CWD"] = before;
  }
}
