import { spawn } from "node:child_process";
import { ROOT } from "./testFiles";

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs Node to its end. What it writes is kept, or goes to this terminal as it comes. */
export function runNode(words: readonly string[], output: "keep" | "show"): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: ROOT,
      stdio: output === "show" ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", (code) => {
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() });
    });
  });
}
