import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const GUARD = /^.*guardEveryResource.*$\n/gm;

/**
 * A folder with the same program, its own index.ts without the guard: for runs that measure or break what the engine and the
 * program do. The rules take seconds of each and are no part of that.
 */
export function unguardedProgram(root: string, folder: string): string {
  if (existsSync(folder)) return folder;
  const index = readFileSync(join(root, "index.ts"), "utf8");
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(root))
    if (name !== "index.ts" && !name.startsWith(".")) symlinkSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, "index.ts"), index.replace(GUARD, ""));
  return folder;
}
