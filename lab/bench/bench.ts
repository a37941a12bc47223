import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { pack } from "../../policies/pack";
import { here } from "../../tools/shared/input";
import { optionsUsage, readOptions, whole } from "../../tools/shared/options";
import { UsageError } from "../../tools/shared/usageError";
import { currentDay } from "../../tools/shared/currentDay";
import { timeRules } from "./evaluation";
import { thisMachine } from "./machine";
import { canReadProcesses } from "./measure/processes";
import { measureScenario } from "./measureScenario";
import { prepareStates, planOfProd } from "./prepare";
import { withFigures } from "./render/page";
import { textReport } from "./render/text";
import type { Measurement, Report } from "./report";
import { scenarios } from "./scenarios";

const ROOT = join(__dirname, "..", "..");
const PAGE = join(ROOT, "docs", "performance.md");
const EVALUATION = "evaluation";
/** What a shell reports of a command that was ended by Ctrl-C. */
const INTERRUPTED = 130;

const OPTIONS = {
  runs: whole.pipe(z.number().min(1)).default(5).describe("runs of each command; figures are medians  [5]"),
  only: z.string().optional().describe("only what has this text in its name: growth, defaults, preview-prod, ..."),
  json: z.string().optional().describe("also writes all figures to this file"),
  write: z.boolean().default(false).describe("renews the figures in docs/performance.md"),
};

export const BENCH_USAGE = `npm run bench -- [options]

Measures time, CPU and memory of previews and updates on the offline AWS, and of the same program with Pulumi's defaults.
CPU and memory are those of all processes together; they can be read on Linux only.
${optionsUsage(OPTIONS)}`;

export async function bench(words: readonly string[]): Promise<number> {
  const { runs, only, json, write } = readOptions(words, OPTIONS, BENCH_USAGE);
  if (write && only !== undefined) throw new UsageError("--write needs all figures: remove --only.");
  if (!canReadProcesses()) tell("CPU and memory can be read on Linux only: here it is the time alone.");
  const work = mkdtempSync(join(tmpdir(), "bench-"));
  const clear = () => {
    rmSync(work, { recursive: true, force: true });
  };
  const interrupted = () => {
    clear();
    process.exit(INTERRUPTED);
  };
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  try {
    const report = await measure(work, runs, only ?? "");
    process.stdout.write(textReport(report));
    if (json !== undefined) writeFileSync(here(json), `${JSON.stringify(report, undefined, 2)}\n`);
    if (write) writeFileSync(PAGE, withFigures(readFileSync(PAGE, "utf8"), report));
    return 0;
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    clear();
  }
}

async function measure(work: string, runs: number, only: string): Promise<Report> {
  const chosen = scenarios(ROOT, work).filter(({ id }) => id.includes(only));
  const judges = EVALUATION.includes(only);
  if (chosen.length === 0 && !judges)
    throw new UsageError(`--only ${JSON.stringify(only)}: no scenario has this in its name.`);
  await prepareStates(ROOT, work, chosen, tell);
  const measurements: Measurement[] = [];
  for (const each of chosen) measurements.push(await measureScenario(each, runs, work, tell));
  const machine = thisMachine(currentDay());
  if (!judges) return { machine, runs, measurements };
  tell("evaluation of the rules, without an engine");
  return { machine, runs, measurements, evaluation: timeRules(await planOfProd(), pack, runs) };
}

/** Progress goes where it does not mix with the result. */
function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
