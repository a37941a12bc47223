import { z } from "zod";
import { optionsUsage, readOptions } from "../../shared/options";
import { writeNamed } from "../../shared/output";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import { currentDay } from "../../shared/currentDay";
import { deploymentReport } from "./deploymentReport";
import { inputOf } from "./inputOf";
import { htmlReport } from "./render/html";
import { markdownReport } from "./render/markdown";

const FORMATS = { html: htmlReport, markdown: markdownReport };
const OPTIONS = {
  ...SOURCE_OPTIONS,
  format: z.enum(["html", "markdown"]).default("html").describe("html or markdown  [html]"),
  out: z.string().optional().describe("writes to this file; - for standard output  [report-<stack>.html or .md]"),
  today: z.iso.date().default(currentDay).describe("the date of the report, as YYYY-MM-DD  [today]"),
};

export const REPORT_USAGE = `npm run report -- [options]

The deployment report of a stack as one file that opens offline: summary, diagram, next steps that are open, components,
environment files, security checklist, cost, time of a first deployment, commands, troubleshooting.
${optionsUsage(OPTIONS)}`;

export async function report(words: readonly string[]): Promise<number> {
  const { format, out, today, ...source } = readOptions(words, OPTIONS, REPORT_USAGE);
  const input = inputOf(await snapshotFrom(source), { real: source.real, today });
  const { project, stack } = input.snapshot;
  const page = { title: `Deployment report: ${project} ${stack}`, sections: deploymentReport(input) };
  const text = FORMATS[format](page);
  if (out === "-") process.stdout.write(text);
  else {
    const file = out ?? `report-${stack}.${format === "html" ? "html" : "md"}`;
    writeNamed(file, text);
    console.error(`Wrote ${file}${format === "html" ? ": open it in a browser" : ""}.`);
  }
  return 0;
}
