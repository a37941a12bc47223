import { spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import { watch, type Use } from "./watch";

/** More of an output than this is of no use in an error message. */
const OUTPUT_TAIL = 20_000;

export interface Command {
  readonly words: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Ends the child when its standard output begins: a server that says it is ready. @default false */
  readonly untilItSpeaks?: boolean;
}

export interface Run {
  readonly wallSeconds: number;
  /** Undefined outside Linux. */
  readonly use: Use | undefined;
  /** The end of what it printed. */
  readonly output: string;
}

/**
 * Runs Node with these words, measured from its start to its end. An exit code other than 0 is an error. Memory is read if
 * `weighs` says so, and the time is then a longer one.
 */
export function measureChild({ words, cwd, env = {}, untilItSpeaks = false }: Command, weighs: boolean): Promise<Run> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, words, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    if (child.pid === undefined) {
      child.on("error", reject);
      return;
    }
    const stop = watch(child.pid, weighs);
    let output = "";
    let spoke: number | undefined;
    const keep = (chunk: Buffer) => {
      output = `${output}${chunk.toString()}`.slice(-OUTPUT_TAIL);
    };
    child.stderr.on("data", keep);
    child.stdout.on("data", (chunk: Buffer) => {
      keep(chunk);
      if (!untilItSpeaks || spoke !== undefined) return;
      spoke = performance.now();
      child.kill();
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const wallSeconds = ((spoke ?? performance.now()) - from) / 1000;
      const use = stop();
      const isDone = untilItSpeaks ? spoke !== undefined : code === 0;
      if (isDone) resolve({ wallSeconds, use, output });
      else reject(new Error(`node ${words.join(" ")} ended with ${String(code ?? signal)}:\n${output}`));
    });
  });
}
