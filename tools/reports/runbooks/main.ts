import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { z } from "zod";
import { here } from "../../shared/input";
import { optionsUsage, readOptions } from "../../shared/options";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import { runTool } from "../../shared/tool";
import { UsageError } from "../../shared/usageError";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { fillingOf } from "./fillingOf";
import { FILLED, renderRunbook, type Runbook } from "./renderRunbook";
import { readSettings } from "./settings";

const ROOT = join(__dirname, "..", "..", "..");
const DOCS = join(ROOT, "docs");
const PAGES = join(DOCS, "runbooks");

const OPTIONS = {
  stack: SOURCE_OPTIONS.stack.describe("the deployed stack whose outputs are filled in  [dev]"),
  real: SOURCE_OPTIONS.real.describe("takes it from your own backend; without it, from the offline AWS"),
  file: SOURCE_OPTIONS.file.describe("takes it from the output of `pulumi stack export`; - for standard input"),
  only: z.string().optional().describe("one page, such as restore  [all]"),
  "out-dir": z.string().optional().describe("writes the pages into this folder; to standard output by default"),
};

const USAGE = `npm run runbooks -- [options]

Fills the pages of docs/runbooks with the names of a stack, so that their commands can be pasted as they stand. Ends with 1
if something could not be filled, and says what and why.
${optionsUsage(OPTIONS)}`;

/** Fills the runbooks of a stack. Answers 1 if a placeholder is left that no person is asked for. */
export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run: fill }, words);
}

async function fill(words: readonly string[]): Promise<number> {
  const { only, "out-dir": folder, ...source } = readOptions(words, OPTIONS, USAGE);
  const names = chosen(only);
  const snapshot = await snapshotFrom({ ...source, plan: false });
  const out = folder === undefined ? undefined : here(folder);
  const pages = names.map((name) => ({ name, ...pageOf(name, snapshot, out) }));
  if (out === undefined) process.stdout.write(pages.map(({ text }) => text).join("\n"));
  else writePages(out, pages);
  for (const { name, missing } of pages)
    for (const each of missing) console.error(`${name}: ${each.name} is not filled: ${each.why}.`);
  return pages.some(({ missing }) => missing.length > 0) ? 1 : 0;
}

function chosen(only: string | undefined): readonly string[] {
  const names = readdirSync(PAGES)
    .flatMap((file) => /^(.+)\.md$/.exec(file)?.[1] ?? [])
    .toSorted();
  if (only === undefined) return names;
  const name = only.replace(/\.md$/, "");
  if (!names.includes(name)) throw new UsageError(`--only ${only}: no such page. Write one of ${names.join(", ")}.`);
  return [name];
}

function pageOf(name: string, snapshot: Snapshot, out: string | undefined): Runbook {
  const docs = relative(out ?? ROOT, DOCS);
  const filling = fillingOf(snapshot, readSettings(ROOT, snapshot.stack), docs);
  return renderRunbook(readFileSync(join(PAGES, `${name}.md`), "utf8"), filling);
}

function writePages(out: string, pages: readonly { readonly name: string; readonly text: string }[]): void {
  const files = pages.map(({ name, text }) => ({ path: join(out, `${name}.md`), text }));
  for (const { path } of files)
    if (existsSync(path) && !readFileSync(path, "utf8").includes(FILLED))
      throw new UsageError(`${path} was not written by this command, so it is left as it is. Name another --out-dir.`);
  mkdirSync(out, { recursive: true });
  for (const { path, text } of files) {
    writeFileSync(path, text);
    console.log(relative(process.env["INIT_CWD"] ?? process.cwd(), path));
  }
}
