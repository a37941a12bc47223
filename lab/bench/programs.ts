import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Lines of index.ts that a user of Pulumi's defaults would not have: what they call makes our runs lighter or safer. */
const OURS_ALONE = /skipTracesOffline|guardEveryResource/;

/**
 * The same program as a user of Pulumi's defaults would have it: TypeScript that is checked at each start, a policy pack in
 * TypeScript, and the SDK as it comes.
 */
export function writeDefaults(root: string, folder: string): { readonly program: string; readonly pack: string } {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  for (const name of ["components", "stacks", "package.json", "Pulumi.yaml"])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  const bin = join(root, "policies", "bin");
  cpSync(join(root, "policies"), join(folder, "policies"), { recursive: true, filter: (file) => file !== bin });
  writeFileSync(join(folder, "index.ts"), withDefaults(readFileSync(join(root, "index.ts"), "utf8")));
  change(root, folder, "tsconfig.json", (config) =>
    Object.fromEntries(Object.entries(config).filter(([key]) => key !== "ts-node")),
  );
  change(root, folder, join("policies", "package.json"), (manifest) => ({ ...manifest, main: "index.ts" }));
  return { program: folder, pack: join(folder, "policies") };
}

/** index.ts without what only our program does. */
function withDefaults(source: string): string {
  return source
    .split("\n")
    .filter((line) => !OURS_ALONE.test(line))
    .join("\n");
}

function change(
  root: string,
  folder: string,
  name: string,
  edit: (content: Readonly<Record<string, unknown>>) => object,
): void {
  const content: unknown = JSON.parse(readFileSync(join(root, name), "utf8"));
  if (typeof content !== "object" || content === null) throw new Error(`${name} is not a JSON object.`);
  writeFileSync(join(folder, name), JSON.stringify(edit(Object.fromEntries(Object.entries(content))), undefined, 2));
}

/** A program that makes the stack's platform so many times: zero times, it only loads everything. */
export function writeCopies(root: string, folder: string, copies: number): string {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  for (const name of ["package.json", "Pulumi.yaml", "tsconfig.json"]) cpSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, "index.ts"), copiesProgram(root, copies));
  return folder;
}

/** Each copy hangs below a component of a type of its own, which becomes part of its URNs, so that no two are the same. */
function copiesProgram(root: string, copies: number): string {
  const from = (...path: string[]) => JSON.stringify(join(root, ...path));
  return [
    `import { ComponentResource } from "@pulumi/pulumi";`,
    `import { createPlatform } from ${from("stacks", "platform")};`,
    `import { readSettings } from ${from("stacks", "settings")};`,
    `import { skipTracesOffline } from ${from("stacks", "traces")};`,
    "",
    "skipTracesOffline();",
    "const profile = readSettings();",
    `for (let copy = 1; copy <= ${String(copies)}; copy++)`,
    "  createPlatform(profile, { parent: new ComponentResource(`bench:copy${copy}:Platform`, `copy${copy}`) });",
    "",
  ].join("\n");
}
