import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { here } from "../../tools/shared/input";
import { UsageError } from "../../tools/shared/usageError";
import { runTool } from "../../tools/shared/tool";
import { optionsUsage, readOptions } from "../../tools/shared/options";
import type { Operation } from "../../tools/offline/providers/aws/failure";
import type { Fault } from "./fault";
import { Journal } from "./journal";
import { OPTIONS, selectionOf } from "./options";
import { nameOf, plan } from "./plan";
import { endLine, progressLine, remaining } from "./progress";
import type { Tried } from "./report";
import { report, survived } from "./report";
import { tryAll } from "./tryAll";
import { twoAtOnce } from "./twoAtOnce";
import { undisturbed } from "./undisturbed";

const USAGE = `npm run faults [-- --every 20] [--operation create] [--kind kill]

Lets AWS refuse the k-th create, update or delete of a stack on the offline AWS, or kills the engine there, for every k.
Then it does what docs/runbooks/failed-deployment.md says, runs the command again, and compares the state with what is in
AWS by then: nothing twice, nothing lost, as if nothing had happened.

${optionsUsage(OPTIONS)}`;

/** Answers 1 if a fault was not survived; what the user wrote wrong is told without a stack trace. */
export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run: faults }, words);
}

async function faults(words: readonly string[]): Promise<number> {
  const options = readOptions(words, OPTIONS, USAGE);
  const { stack, resume, jobs, alone = false, "lose-write": losesWrite = false } = options;
  const selection = selectionOf(options);
  if (stack !== "dev" && selection.operations.includes("delete"))
    throw new UsageError(
      `--stack ${stack}: it is protected against deletion. Add --operation create or --operation update.`,
    );
  const journal = new Journal(resume === undefined ? undefined : here(resume), stack);
  const before = journal.read();
  const folder = mkdtempSync(join(tmpdir(), "telehealth-faults-"));
  const clear = () => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", clear);
  // Ending this way kills the engines that are under way.
  process.once("SIGINT", () => process.exit(130));
  try {
    console.error(`Running ${stack} without a fault first, to compare with.`);
    const worlds = await undisturbed(folder, stack, selection.operations);
    const calls = (operation: Operation) => worlds[operation]?.calls ?? 0;
    const faults = plan({ create: calls("create"), update: calls("update"), delete: calls("delete") }, selection);
    const done = faults.flatMap((fault) => before.get(nameOf(fault)) ?? []);
    const left = faults.filter((fault) => !before.has(nameOf(fault)));
    const started = Date.now();
    let told = 0;
    const tell = (tried: Tried) => {
      told += 1;
      const rest = remaining(Date.now() - started, told, left.length);
      console.error(progressLine(tried, done.length + told, faults.length, rest));
    };
    const fresh: Tried[] = [];
    const keep = (tried: readonly Tried[]) => {
      fresh.push(...tried);
      const line = endLine(tried);
      if (line !== undefined) console.error(line);
      // What fails on purpose is not to be taken for a result later.
      if (!losesWrite) for (const each of tried) journal.add(each);
    };
    await tryAll({ faults: left, worlds, folder, jobs, alone, losesWrite, tell, keep });
    const second = await twoAtOnce(worlds.create, join(folder, "two"));
    const all = [...done, ...fresh];
    console.log(report(inOrder(all, faults)));
    console.log(
      second.problems.length === 0
        ? `two at once: the second was refused: ${second.message.split("\n")[0] ?? ""}`
        : `two at once:\n${second.problems.map((each) => `  ${each}`).join("\n")}`,
    );
    return all.every(survived) && second.problems.length === 0 ? 0 : 1;
  } finally {
    process.off("exit", clear);
    clear();
  }
}

/** The order in which they were planned, however fast each was. */
function inOrder(all: readonly Tried[], faults: readonly Fault[]): readonly Tried[] {
  const byName = new Map(all.map((each) => [nameOf(each.fault), each]));
  return faults.flatMap((fault) => byName.get(nameOf(fault)) ?? []);
}
