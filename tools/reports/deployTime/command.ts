import { z } from "zod";
import { textOf } from "../../shared/input";
import { optionsUsage, readOptions } from "../../shared/options";
import { writeOutput } from "../../shared/output";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import { deployTime } from "./deployTime";
import { measurementsOf, readEventLog } from "./eventLog";
import { htmlReport } from "./render/html";
import { jsonReport } from "./render/json";
import { markdownReport } from "./render/markdown";
import { svgReport } from "./render/svg";
import { textReport } from "./render/text";

const FORMATS = { text: textReport, json: jsonReport, svg: svgReport, markdown: markdownReport, html: htmlReport };

const OPTIONS = {
  ...SOURCE_OPTIONS,
  parallel: z
    .union(
      [
        z.literal("unlimited").transform(() => Infinity),
        z
          .string()
          .regex(/^0*[1-9]\d*$/)
          .transform(Number),
      ],
      {
        error: "is neither a whole number over 0 nor `unlimited`",
      },
    )
    .default(16)
    .describe("operations at once, or unlimited; Pulumi itself takes four for each core  [16]"),
  measured: z
    .string()
    .optional()
    .describe("takes times from this event log of an update, where it has the type, and compares them with the table"),
  format: z
    .enum(["text", "json", "svg", "markdown", "html"])
    .default("text")
    .describe("text, json, svg, markdown or html  [text]"),
  out: z.string().optional().describe("writes to this file; to standard output by default"),
};

export const USAGE = `npm run deploy-time -- [options]

Estimates how long the first update of a stack takes, and shows which resources decide it.
${optionsUsage(OPTIONS)}

An event log: PULUMI_DEBUG_COMMANDS=true npm run up -- --stack <stack> --event-log up.json
It holds messages of the SDK with secrets in them: keep it to yourself, and delete it afterwards.`;

export async function run(words: readonly string[]): Promise<number> {
  const { parallel, measured, format, out, ...source } = readOptions(words, OPTIONS, USAGE);
  const comparisons = measured === undefined ? [] : readEventLog(textOf(measured));
  const time = deployTime(await snapshotFrom(source), {
    ...(Number.isFinite(parallel) ? { parallel } : {}),
    measured: measurementsOf(comparisons),
  });
  const text = FORMATS[format](time, comparisons);
  writeOutput(text, out);
  return 0;
}
