import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { UsageError } from "../../tools/shared/usageError";
import { KINDS } from "./fault";
import { nameOf } from "./plan";
import type { Tried } from "./report";

const entry = z.object({
  stack: z.string(),
  fault: z.object({
    operation: z.enum(["create", "update", "delete"]),
    at: z.number(),
    kind: z.enum(KINDS),
    seed: z.number(),
  }),
  problems: z.array(z.string()),
  known: z.number(),
});

/** A file with a line for each fault that was tried, so that hours of it need not be spent at once. */
export class Journal {
  constructor(
    private readonly file: string | undefined,
    private readonly stack: string,
  ) {}

  /** What was tried before, by the name of the fault; a later line of one fault counts. */
  read(): ReadonlyMap<string, Tried> {
    if (this.file === undefined || !existsSync(this.file)) return new Map();
    const lines = readFileSync(this.file, "utf8").split("\n");
    const entries = lines.flatMap((line, index) => (line.trim() === "" ? [] : [this.understand(line, index + 1)]));
    const mine = entries.filter(({ stack }) => stack === this.stack);
    return new Map(mine.map(({ fault, problems, known }) => [nameOf(fault), { fault, problems, known }]));
  }

  add(tried: Tried): void {
    if (this.file !== undefined) appendFileSync(this.file, `${JSON.stringify({ stack: this.stack, ...tried })}\n`);
  }

  private understand(line: string, number: number): z.infer<typeof entry> {
    try {
      return entry.parse(JSON.parse(line));
    } catch {
      throw new UsageError(
        `--resume: line ${String(number)} of ${this.file ?? ""} is not one that this command wrote. Remove it, or name another file.`,
      );
    }
  }
}
