import { existsSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";

export const ROOT = join(__dirname, "..", "..");

export const GROUPS = ["unit", "engine"] as const;
export type Group = (typeof GROUPS)[number];

/** Files of this folder start the Pulumi engine; a test of its own fails when another file does. */
const ENGINE = join("tests", "engine") + sep;

export const groupOf = (file: string): Group => (file.startsWith(ENGINE) ? "engine" : "unit");

/** Files that take more than a minute, the longest first: begun last, they would keep one core busy while the others rest. */
const LONG = ["rehearsal", "faults", "bypasses", "refusals", "lifecycle"].map((name) => `${ENGINE}${name}.test.ts`);

/** The files in the order in which several processes are through soonest. */
export function longestFirst(files: readonly string[]): readonly string[] {
  return [...LONG.filter((file) => files.includes(file)), ...files.filter((file) => !LONG.includes(file))];
}

/** Every test file, relative to the root, in alphabetical order. */
export function testFiles(folder = join(ROOT, "tests")): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => relative(ROOT, join(folder, file)))
    .toSorted();
}

/** The test files that a path means: the file itself, or all that are in the folder. */
export function filesAt(path: string, from: string): readonly string[] | undefined {
  const absolute = resolve(from, path);
  if (!existsSync(absolute)) return undefined;
  return statSync(absolute).isDirectory() ? testFiles(absolute) : [relative(ROOT, absolute)];
}
