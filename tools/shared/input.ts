import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readSnapshot } from "./snapshot/readSnapshot";
import type { Snapshot } from "./snapshot/snapshot";
import { UsageError } from "./usageError";

/** A path as the user means it: relative to where `npm run` was typed. */
export function here(file: string): string {
  return resolve(process.env["INIT_CWD"] ?? process.cwd(), file);
}

/** A plan or a state file; `-` reads standard input. */
export function readInput(file: string): Snapshot {
  return understand(textOf(file), file);
}

export function understand(text: string, from: string): Snapshot {
  try {
    return readSnapshot(text);
  } catch (error) {
    throw new UsageError(`${from}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A file that the user named; `-` reads standard input. */
export function textOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : here(file), "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}
