import { join } from "node:path";
import { z } from "zod";
import { readSettings } from "../../shared/policySettings";
import { here } from "../../shared/input";
import { optionsUsage, readOptions } from "../../shared/options";
import { writeOutput } from "../../shared/output";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import { currentDay } from "../../shared/currentDay";
import { complianceMatrix } from "./complianceMatrix";
import { csvMatrix } from "./formats/csv";
import { htmlMatrix } from "./formats/html";
import { jsonMatrix } from "./formats/json";
import { markdownMatrix } from "./formats/markdown";
import { testsIndexOf } from "./testsIndex";

const ROOT = join(__dirname, "..", "..", "..");
const FORMATS = { html: htmlMatrix, csv: csvMatrix, json: jsonMatrix, markdown: markdownMatrix };

const OPTIONS = {
  ...SOURCE_OPTIONS,
  format: z.enum(["html", "csv", "json", "markdown"]).default("html").describe("html, csv, json or markdown  [html]"),
  out: z.string().optional().describe("writes to this file; to standard output by default"),
  config: z.string().optional().describe("the pack's configuration  [stacks/policies.json]"),
  today: z.iso.date().default(currentDay).describe("the day exemptions are measured by, as YYYY-MM-DD  [today]"),
};

export const COMPLIANCE_USAGE = `npm run compliance -- [options]

Shows for every citation of the HIPAA Security Rule which rules serve it, what they judged, and what shows it; and what
people have to do and keep. Ends with 1 if a mandatory rule is violated or the list of exemptions is at fault, as one that
has ended makes it.
${optionsUsage(OPTIONS)}`;

export async function compliance(words: readonly string[]): Promise<number> {
  const { format, out, config, today, ...source } = readOptions(words, OPTIONS, COMPLIANCE_USAGE);
  const snapshot = await snapshotFrom(source);
  const settings = readSettings(config === undefined ? join(ROOT, "stacks", "policies.json") : here(config));
  const matrix = complianceMatrix(snapshot, settings, today, testsIndexOf(ROOT));
  const text = FORMATS[format](matrix);
  writeOutput(text, out);
  return matrix.refused ? 1 : 0;
}
