import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Settings } from "../../policies/engine/session";
import { UsageError } from "./usageError";

const schema = z.looseObject({
  "pack-settings": z
    .object({ ephemeralStacks: z.array(z.string()).optional(), exemptions: z.unknown().optional() })
    .optional(),
});

/** The settings of the pack out of the file that is passed with `--policy-pack-config`; none if there is no such file. */
export function readSettings(file: string): Settings {
  if (!existsSync(file)) return {};
  try {
    const { ephemeralStacks, exemptions } = schema.parse(JSON.parse(readFileSync(file, "utf8")))["pack-settings"] ?? {};
    return { ...(ephemeralStacks && { ephemeralStacks }), exemptions };
  } catch (error) {
    throw new UsageError(
      `${file} is no configuration of the pack: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
