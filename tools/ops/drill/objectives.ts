import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { UsageError } from "../../shared/usageError";

/** What the business can bear, in minutes: `backup.objectives` of a stack. */
export interface DrillObjectives {
  readonly rtoMinutes: number;
  readonly rpoMinutes: number;
}

const ROOT = join(__dirname, "../../..");
const settings = z.looseObject({
  config: z.looseObject({
    "telehealth:backup": z.looseObject({
      objectives: z.looseObject({ rtoMinutes: z.number(), rpoMinutes: z.number() }),
    }),
  }),
});

/** The objectives in `Pulumi.<stack>.yaml`, each of which an option may replace. */
export function readObjectives(
  stack: string,
  { rto, rpo }: { readonly rto?: number | undefined; readonly rpo?: number | undefined },
  root = ROOT,
): DrillObjectives {
  if (rto !== undefined && rpo !== undefined) return { rtoMinutes: rto, rpoMinutes: rpo };
  const file = join(root, `Pulumi.${stack}.yaml`);
  const read = settings.safeParse(existsSync(file) ? parse(readFileSync(file, "utf8")) : {});
  if (!read.success)
    throw new UsageError(`Pulumi.${stack}.yaml has no backup.objectives. Write them there, or give --rto and --rpo.`);
  const { rtoMinutes, rpoMinutes } = read.data.config["telehealth:backup"].objectives;
  return { rtoMinutes: rto ?? rtoMinutes, rpoMinutes: rpo ?? rpoMinutes };
}
