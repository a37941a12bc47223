import type { World } from "./check";
import { differences, unfinished } from "./check";
import type { Fault } from "./fault";
import { Strike } from "./fault";
import { Ledger } from "./ledger";
import type { Failure } from "./recovery";
import { recover } from "./recovery";
import type { Running, Site } from "./site";
import { loseOneWrite, readStateFile } from "./stateFile";

/** Where a trial starts, what is run, and what the world is like afterwards if nothing disturbs it. */
export interface Undisturbed {
  readonly start: Site;
  readonly objects: World["objects"];
  readonly words: readonly string[];
  readonly end: World;
  /** How many calls of the operation it takes. */
  readonly calls: number;
}

export interface Outcome {
  /** Why it did not survive; empty if it did. */
  readonly problems: readonly string[];
  /** How many differences between AWS and the state the fault left, each of them told by a pending operation. */
  readonly known: number;
}

/** The last lines of a command say why it failed. */
const SHOWN = 600;
/** What a command that was killed ends with. */
const KILLED = 137;

/** Runs the command with one fault, does what the runbook says, runs it again, and compares the worlds. */
export async function tryFault(from: Undisturbed, fault: Fault, folder: string, losesWrite = false): Promise<Outcome> {
  const site = from.start.copyTo(folder);
  const ledger = new Ledger(from.objects);
  const world = (): World => ({ objects: ledger.objects, ...readStateFile(site.stateFile) });
  try {
    const { struck, code } = await disturb(site, ledger, from.words, fault);
    if (!struck) return failed(`nothing struck: the command ended with ${String(code)} before`);
    if (fault.kind === "error" && code === 0) return failed("the command says that it succeeded in spite of the error");
    if (losesWrite) loseOneWrite(site.stateFile);

    const left = unfinished(world());
    const silent = left.silent.map((each) => `Pulumi does not know: ${each}`);
    const mended = code === KILLED ? await recover(site, ledger, world()) : undefined;
    if (mended) return failed(...silent, describe(mended));
    const finished = await site.run(from.words, ledger);
    if (finished.code !== 0) return failed(...silent, describe({ words: from.words, finished }));
    return { problems: [...silent, ...differences(world(), from.end)], known: left.known.length };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  } finally {
    site.remove();
  }
}

async function disturb(site: Site, ledger: Ledger, words: readonly string[], fault: Fault) {
  const running: { current?: Running } = {};
  const strike = new Strike(fault, () => running.current?.kill());
  running.current = await site.start(words, ledger, strike.hooks);
  const { code } = await running.current.finished;
  return { struck: strike.struck, code };
}

const failed = (...problems: readonly string[]): Outcome => ({ problems, known: 0 });

const describe = ({ words, finished: { code, output } }: Failure) =>
  `pulumi ${words.join(" ")} ended with ${String(code)}: ${output.trim().slice(-SHOWN)}`;
