import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { SECRET_SETTINGS } from "../../../stacks/secretSettings";
import { UsageError } from "../../shared/usageError";
import { shown } from "./outputs";
import type { Value } from "./value";

export type Settings = Readonly<Record<string, unknown>>;

const PREFIX = "telehealth:";
const file = z.looseObject({ config: z.record(z.string(), z.unknown()) });
const block = z.record(z.string(), z.unknown());

/** What `Pulumi.<stack>.yaml` says below `telehealth:`, without secrets. */
export function readSettings(root: string, stack: string): Settings {
  const path = join(root, `Pulumi.${stack}.yaml`);
  if (!existsSync(path))
    throw new UsageError(`There is no Pulumi.${stack}.yaml, which has the targets of the runbooks of ${stack}.`);
  const read = file.safeParse(parse(readFileSync(path, "utf8")));
  if (!read.success) throw new UsageError(`Pulumi.${stack}.yaml has no block "config".`);
  const own = Object.entries(read.data.config).flatMap(([key, value]) => {
    const name = key.slice(PREFIX.length);
    return key.startsWith(PREFIX) && !SECRET_SETTINGS.includes(name) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(own);
}

/** A setting by its path, such as `backup.objectives.rtoMinutes`. */
export function settingValue(settings: Settings, path: string, stack: string): Value {
  const found = path.split(".").reduce<unknown>((at, key) => block.safeParse(at).data?.[key], settings);
  return found === undefined ? { why: `Pulumi.${stack}.yaml does not set telehealth:${path}` } : shown(found, ", ");
}
