import { writeFileSync } from "node:fs";
import { here } from "./input";
import { UsageError } from "./usageError";

/** Writes to the file that the user named, or to standard output if none is named. */
export function writeOutput(text: string, file: string | undefined): void {
  if (file === undefined) process.stdout.write(text);
  else writeNamed(file, text);
}

export function writeNamed(file: string, text: string): void {
  try {
    writeFileSync(here(file), text);
  } catch (error) {
    throw new UsageError(`${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}
