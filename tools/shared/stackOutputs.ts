import { z } from "zod";
import { stackOutputs } from "./snapshot/find";
import type { Snapshot } from "./snapshot/snapshot";
import { UsageError } from "./usageError";

/** Outputs of a stack, by name. Secrets among them are hidden. */
export interface StackOutputs {
  readonly stack: string;
  /** An output that the command cannot do without. */
  readonly text: (name: string) => string;
  readonly list: (name: string) => readonly string[];
  /** Undefined if this stack has no such part. */
  readonly optional: (name: string) => string | undefined;
}

/** What `pulumi stack output` shows, out of a state. */
export function outputsOf(snapshot: Snapshot): StackOutputs {
  const { kind, stack } = snapshot;
  const all = stackOutputs(snapshot);
  const read = <T>(name: string, schema: z.ZodType<T>): T => {
    const found = schema.safeParse(all[name]);
    if (found.success) return found.data;
    throw new UsageError(
      kind === "preview"
        ? `${stack} is not deployed, so it has no ${name} yet. Run \`npm run up -- --stack ${stack}\` first.`
        : `${stack} has no output ${name}. This part is not in the stack, or it was deployed by an older version.`,
    );
  };
  return {
    stack,
    text: (name) => String(read(name, z.union([z.string(), z.number()]))),
    list: (name) => read(name, z.array(z.string())),
    optional: (name) => (all[name] === undefined || all[name] === "" ? undefined : read(name, z.string())),
  };
}
