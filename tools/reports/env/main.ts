import { join } from "node:path";
import { z } from "zod";
import { outputsOf } from "../../shared/stackOutputs";
import { here } from "../../shared/input";
import { optionsUsage, readOptions } from "../../shared/options";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import { runTool } from "../../shared/tool";
import { UsageError } from "../../shared/usageError";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { backendValues } from "./backend";
import { writeFiles } from "./files";
import { frontendValues } from "./frontend";
import { FORMATS, type Parts } from "./render";

const OPTIONS = {
  stack: SOURCE_OPTIONS.stack.describe("the deployed stack  [dev]"),
  real: SOURCE_OPTIONS.real.describe("takes it from your own backend; without it, from the offline AWS"),
  file: SOURCE_OPTIONS.file.describe("takes it from the output of `pulumi stack export`; - for standard input"),
  frontend: z.boolean().default(false).describe("only what the browser's application is built with"),
  backend: z.boolean().default(false).describe("only what the API runs with"),
  format: z.enum(["dotenv", "json"]).default("dotenv").describe("dotenv or json  [dotenv]"),
  "out-dir": z.string().optional().describe("writes a file for each into this folder; to standard output by default"),
  force: z.boolean().default(false).describe("replaces files that this command did not write"),
};

const USAGE = `npm run env -- [options]

The environment of the browser's application (VITE_...) and of the API, from a deployed stack. No secret is in either.
${optionsUsage(OPTIONS)}`;

export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run }, words);
}

async function run(words: readonly string[]): Promise<number> {
  const { frontend, backend, format, "out-dir": folder, force, ...source } = readOptions(words, OPTIONS, USAGE);
  const snapshot = await snapshotFrom({ ...source, plan: false });
  const parts = partsOf(snapshot, { frontend: frontend || !backend, backend: backend || !frontend });
  const { print, files } = FORMATS[format];
  if (folder === undefined) process.stdout.write(print(snapshot.stack, parts));
  else {
    const made = files(snapshot.stack, parts).map(({ path, text }) => ({ path: join(here(folder), path), text }));
    writeFiles(made, force);
    for (const { path } of made) console.log(`wrote ${path}`);
  }
  return 0;
}

/** A preview knows some outputs and not others; half a file helps nobody. */
export function partsOf(snapshot: Snapshot, wanted: Readonly<Record<"frontend" | "backend", boolean>>): Parts {
  const { kind, stack } = snapshot;
  if (kind === "preview")
    throw new UsageError(
      `${stack} is not deployed, only previewed, so its outputs are not known. Run \`npm run up -- --stack ${stack}\` first, ` +
        `or \`npm start -- up --stack ${stack}\` to try it on the offline AWS.`,
    );
  return {
    ...(wanted.frontend && { frontend: frontendValues(outputsOf(snapshot)) }),
    ...(wanted.backend && { backend: backendValues(snapshot) }),
  };
}
