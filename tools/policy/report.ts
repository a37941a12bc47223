import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { pack } from "../../policies/pack";
import { jsonReport } from "../../policies/report/json";
import { junitReport } from "../../policies/report/junit";
import { isRefused, type Report } from "../../policies/report/report";
import { sarifReport } from "../../policies/report/sarif";
import { textReport } from "../../policies/report/text";
import type { Snapshot } from "../snapshot/snapshot";
import { here, readInput, understand } from "./input";
import { judgeSnapshot } from "./judgeSnapshot";
import { readSettings } from "./readSettings";
import { UsageError } from "./usageError";

const ROOT = join(__dirname, "..", "..");
const FORMATS = { text: textReport, json: jsonReport, sarif: sarifReport, junit: junitReport };

export const REPORT_USAGE = `npm run policy:report -- [--stack dev] [--file plan.json] [--format text|json|sarif|junit] [--out file]

Judges a stack with every rule and shows findings and coverage. Ends with 1 if an update would be refused.
--stack   previews this stack on the offline AWS; dev by default
--file    reads this instead: the output of \`pulumi preview --json\` or \`pulumi stack export\`, or - for standard input
--format  text by default
--out     writes to a file; to standard output by default
--config  the pack's configuration; stacks/policies.json by default
--today   the day exemptions are measured by, as YYYY-MM-DD; today by default`;

export async function report(words: readonly string[]): Promise<number> {
  const { stack = "dev", file, format = "text", out, config, today } = read(words);
  if (!isFormat(format)) throw new UsageError(`${format}: not a format.\n${REPORT_USAGE}`);
  const snapshot = file === undefined ? await preview(stack) : readInput(file);
  const settings = readSettings(config === undefined ? join(ROOT, "stacks", "policies.json") : here(config));
  const made = reportOn(snapshot, settings, today ?? new Date().toISOString().slice(0, 10));
  const text = FORMATS[format](made);
  if (out === undefined) process.stdout.write(text);
  else writeFileSync(here(out), text);
  return isRefused(made.evaluation) ? 1 : 0;
}

/** Everything the formats need of a plan or a state. */
export function reportOn(snapshot: Snapshot, settings: ReturnType<typeof readSettings>, today: string): Report {
  const places = snapshot.resources.flatMap(({ urn, source }) => (source ? [[urn, source] as const] : []));
  return {
    version: versionOf(readFileSync(join(ROOT, "policies", "package.json"), "utf8")),
    rules: pack,
    stack: snapshot.stack,
    evaluation: judgeSnapshot(snapshot, settings, today),
    sources: new Map(places),
  };
}

function read(words: readonly string[]) {
  const option = { type: "string" } as const;
  const options = { stack: option, file: option, format: option, out: option, config: option, today: option };
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${REPORT_USAGE}`);
  }
}

function isFormat(text: string): text is keyof typeof FORMATS {
  return Object.hasOwn(FORMATS, text);
}

function versionOf(manifest: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}

/** The plan of a stack on the offline AWS. A plan that a rule refuses is one too, so the exit code does not matter. */
function preview(stack: string): Promise<Snapshot> {
  const command = [join(ROOT, "tools", "offline"), "preview", "--stack", stack, "--json"];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("error", reject);
    child.on("close", () => {
      try {
        resolve(understand(Buffer.concat(chunks).toString(), `the preview of ${stack}`));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}
