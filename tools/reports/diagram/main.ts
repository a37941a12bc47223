import { z } from "zod";
import { optionsUsage, readOptions } from "../../shared/options";
import { writeNamed } from "../../shared/output";
import { snapshotFrom, SOURCE_OPTIONS } from "../../shared/stackSnapshot";
import { runTool } from "../../shared/tool";
import { diagram } from "./diagram";

const OPTIONS = {
  ...SOURCE_OPTIONS,
  width: z.enum(["wide", "narrow"]).default("wide").describe("wide, or narrow for a phone  [wide]"),
  out: z.string().optional().describe("writes to this file; to standard output by default"),
};

const USAGE = `npm run diagram -- [options]

Draws the architecture of a stack from its graph, as an SVG that needs nothing else.
${optionsUsage(OPTIONS)}`;

async function run(words: readonly string[]): Promise<number> {
  const { width, out, ...source } = readOptions(words, OPTIONS, USAGE);
  const svg = diagram(await snapshotFrom(source), { width });
  if (out === undefined) process.stdout.write(svg);
  else {
    writeNamed(out, svg);
    console.error(`Wrote ${out}: ${/<title[^>]*>([^<]*)/.exec(svg)?.[1] ?? ""}. Open it in a browser.`);
  }
  return 0;
}

/** Answers 0, or 2 if what the user wrote cannot be used. */
export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run }, words);
}
