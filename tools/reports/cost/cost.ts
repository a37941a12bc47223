import { z } from "zod";
import { readInput } from "../../shared/input";
import { optionsUsage, readOptions, whole } from "../../shared/options";
import { writeOutput } from "../../shared/output";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import type { Tool } from "../../shared/tool";
import { costReport } from "./costReport";
import { costCsv } from "./report/csv";
import { costJson } from "./report/json";
import { costMarkdown } from "./report/markdown";
import { costPage } from "./report/html";
import { costText } from "./report/text";
import { GROUPINGS } from "./table";
import { PROFILE_NAMES } from "./usage/usage";

const FORMATS = { text: costText, json: costJson, csv: costCsv, html: costPage, markdown: costMarkdown };
const FORMAT_NAMES = ["text", "json", "csv", "html", "markdown"] as const;

const OPTIONS = {
  ...SOURCE_OPTIONS,
  users: z
    .enum(PROFILE_NAMES)
    .optional()
    .describe(`one profile: ${PROFILE_NAMES.join(", ")}  [three side by side]`),
  by: z.enum(GROUPINGS).default("service").describe("service or component  [service]"),
  against: z.string().optional().describe("a file of another preview or state: what it costs differently"),
  budget: whole.optional().describe("limit in USD a month  [what the stack's own budget says]"),
  "free-tier": z.boolean().default(false).describe("deducts the always-free tier of each account"),
  format: z
    .enum(FORMAT_NAMES)
    .default("text")
    .describe(`${FORMAT_NAMES.join(", ")}  [text]`),
  out: z.string().optional().describe("writes to this file; to standard output by default"),
};

const USAGE = `npm run cost -- [options]

What a stack costs in a month, by its planned resources and by how much it is used. Ends with 1 if that is over the
budget: at the profile of --users, else at the baseline, and idle where data is synthetic.
${optionsUsage(OPTIONS)}`;

export const COST: Tool = { usage: USAGE, run: cost };

async function cost(words: readonly string[]): Promise<number> {
  const given = readOptions(words, OPTIONS, USAGE);
  const { users, by, against, budget, "free-tier": freeTier, format, out, ...source } = given;
  const report = costReport(await snapshotFrom(source), {
    by,
    freeTier,
    ...(users === undefined ? {} : { users }),
    ...(against === undefined ? {} : { against: readInput(against) }),
    ...(budget === undefined ? {} : { budgetUsd: budget }),
  });
  const text = FORMATS[format](report);
  writeOutput(text, out);
  return report.breaches.length > 0 ? 1 : 0;
}
