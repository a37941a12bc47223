import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Granted } from "./count";

const stackFile = z.looseObject({ config: z.record(z.string(), z.unknown()).default({}) });
const settings = z.record(z.string(), z.number());

/** The stacks of the project, the account's first. */
export function stacksIn(root: string): readonly string[] {
  const names = readdirSync(root).flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? []);
  return names.toSorted((a, b) => Number(b === "account") - Number(a === "account") || a.localeCompare(b));
}

/** The project's name, which every setting begins with. */
export const projectOf = (root: string): string =>
  z.object({ name: z.string() }).parse(parse(readFileSync(join(root, "Pulumi.yaml"), "utf8"))).name;

/** What the settings of the account's stack say that AWS has granted. The program itself refuses what is no number. */
export function grantedIn(root: string, namespace: string): Granted {
  const { config } = stackFile.parse(parse(readFileSync(join(root, "Pulumi.account.yaml"), "utf8")));
  return settings.safeParse(config[`${namespace}:grantedQuotas`]).data ?? {};
}
