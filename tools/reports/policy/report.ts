import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { pack } from "../../../policies/pack";
import { jsonReport } from "../../../policies/report/json";
import { junitReport } from "../../../policies/report/junit";
import { isRefused, type Report } from "../../../policies/report/report";
import { sarifReport } from "../../../policies/report/sarif";
import { textReport } from "../../../policies/report/text";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { here } from "../../shared/input";
import { optionsUsage, readOptions } from "../../shared/options";
import { writeOutput } from "../../shared/output";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import { currentDay } from "../../shared/currentDay";
import { judgeSnapshot } from "./judgeSnapshot";
import { readSettings } from "../../shared/policySettings";

const ROOT = join(__dirname, "..", "..", "..");
const FORMATS = { text: textReport, json: jsonReport, sarif: sarifReport, junit: junitReport };

const OPTIONS = {
  ...SOURCE_OPTIONS,
  format: z.enum(["text", "json", "sarif", "junit"]).default("text").describe("text, json, sarif or junit  [text]"),
  out: z.string().optional().describe("writes to this file; to standard output by default"),
  config: z.string().optional().describe("the pack's configuration  [stacks/policies.json]"),
  today: z.iso.date().default(currentDay).describe("the day exemptions are measured by, as YYYY-MM-DD  [today]"),
};

export const REPORT_USAGE = `npm run policy:report -- [options]

Judges a stack with every rule and shows findings and coverage. Ends with 1 if an update would be refused.
${optionsUsage(OPTIONS)}`;

export async function report(words: readonly string[]): Promise<number> {
  const { format, out, config, today, ...source } = readOptions(words, OPTIONS, REPORT_USAGE);
  const snapshot = await snapshotFrom(source);
  const settings = readSettings(config === undefined ? join(ROOT, "stacks", "policies.json") : here(config));
  const made = reportOn(snapshot, settings, today);
  const text = FORMATS[format](made);
  writeOutput(text, out);
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

function versionOf(manifest: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version;
}
