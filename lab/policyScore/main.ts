import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { main as offline } from "../../tools/offline/main";
import { readSnapshot } from "../../tools/shared/snapshot/readSnapshot";
import type { Snapshot } from "../../tools/shared/snapshot/snapshot";
import { currentDay } from "../../tools/shared/currentDay";
import { optionsUsage, readOptions } from "../../tools/shared/options";
import { runTool } from "../../tools/shared/tool";
import { reasonOf } from "./reasons";
import { type Score, score } from "./score";

const OPTIONS = {
  stack: z.string().default("prod").describe("whose resources  [prod]"),
  all: z.boolean().default(false).describe("lists every survivor instead of the first 40"),
};
const USAGE = `npm run policy:score -- [options]

Brings a stack up on the offline AWS, makes one thing at a time unsafe, and counts what the policy pack notices.
${optionsUsage(OPTIONS)}`;
/** The share of unsafe configurations that has to be noticed; the command fails below it. */
const LEAST_SHARE = 0.95;
const SHOWN = 40;

/** Prints how much of what could be made unsafe is noticed; the exit code says whether that is enough. */
export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run }, words);
}

async function run(words: readonly string[]): Promise<number> {
  const { stack, all } = readOptions(words, OPTIONS, USAGE);
  const result = score(await stateOf(stack), currentDay(), progress());
  console.log(report(result, all));
  return isEnough(result) ? 0 : 1;
}

function isEnough({ tallies, flagged }: Score): boolean {
  const [caught, total] = sums(tallies);
  return flagged.length === 0 && caught >= LEAST_SHARE * total;
}

const sums = (tallies: Score["tallies"]): [caught: number, total: number] => [
  tallies.reduce((sum, { caught }) => sum + caught, 0),
  tallies.reduce((sum, { total }) => sum + total, 0),
];

function report({ tallies, survivors, flagged, safe }: Score, all: boolean): string {
  const line = (name: string, caught: number, total: number) =>
    `${name.padEnd(24)} ${`${String(caught)} / ${String(total)}`.padStart(13)} ${`${((100 * caught) / total).toFixed(1)} %`.padStart(8)}`;
  const [caught, total] = sums(tallies);
  const shown = all ? survivors : survivors.slice(0, SHOWN);
  const more = survivors.length - shown.length;
  return [
    "",
    ...tallies.map((each) => line(each.family, each.caught, each.total)),
    line("all", caught, total),
    `${"safe ones flagged".padEnd(24)} ${`${String(flagged.length)} / ${String(safe)}`.padStart(13)}`,
    ...flagged.map(({ what, rules }) => `  ${what}: ${rules.join(", ")}`),
    ...(shown.length === 0 ? [] : ["", "not noticed:"]),
    ...shown.map(({ family, what }) => `  ${family}  ${what}\n      ${explained(what)}`),
    ...(more > 0 ? [`  and ${String(more)} more: --all lists them`] : []),
  ].join("\n");
}

function explained(what: string): string {
  const reason = reasonOf(what);
  if (reason === undefined) return "a gap that nobody has looked at";
  return `${reason.isSafe ? "as safe as before, not counted" : "a gap"}: ${reason.why}`;
}

/** A line that is written over on a terminal, and now and then in a log. */
function progress(): (done: number, of: number) => void {
  let last = 0;
  return (done, of) => {
    const now = Date.now();
    if (now - last < (process.stderr.isTTY ? 200 : 20_000) && done < of) return;
    last = now;
    process.stderr.write(
      `${process.stderr.isTTY ? "\r" : ""}judging ${String(done)} of ${String(of)}${process.stderr.isTTY ? "" : "\n"}`,
    );
  };
}

/** The stack as it is after an update on the offline AWS, with a state of its own. */
async function stateOf(stack: string): Promise<Snapshot> {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-score-"));
  const env = { ...process.env, TELEHEALTH_OFFLINE_DIR: join(folder, "offline") };
  const file = join(folder, "state.json");
  try {
    const up = await offline(["up", "--stack", stack, "--yes", "--skip-preview", "--suppress-outputs"], env);
    if (up !== 0) throw new Error(`The stack ${stack} does not go up offline; its own output is above.`);
    await offline(["stack", "export", "--stack", stack, "--file", file], env);
    return readSnapshot(readFileSync(file, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
