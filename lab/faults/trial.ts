import type { World } from "./check";
import { differences, unfinished } from "./check";
import type { Fault } from "./fault";
import { Strike } from "./fault";
import { Ledger } from "./ledger";
import type { Outcome } from "./outcome";
import type { Failure } from "./recovery";
import { recover } from "./recovery";
import type { Tried } from "./report";
import { survived } from "./report";
import type { Running, Site } from "./site";
import { loseOneWrite, readStateFile } from "./stateFile";

/** Where a stack starts, what is run, and what the world is like afterwards if nothing disturbs it. */
export interface Undisturbed {
  readonly start: Site;
  readonly objects: World["objects"];
  readonly words: readonly string[];
  readonly end: World;
  /** How many calls of the operation it takes. */
  readonly calls: number;
}

export interface Trial {
  readonly from: Undisturbed;
  readonly folder: string;
  /** The stack's next fault, when AWS has done so many calls of the operation; undefined if it has suffered enough. */
  readonly next: (done: number) => Fault | undefined;
  /** Hears of each fault when it is over, and before the end of its stack. */
  readonly tell?: (tried: Tried) => void;
  /** @default false */
  readonly losesWrite?: boolean;
}

/** The last lines of a command say why it failed. */
const SHOWN = 600;
/** What a command that was killed ends with. */
const KILLED = 137;

/** One stack, and AWS as it is. */
interface Life {
  readonly from: Undisturbed;
  readonly site: Site;
  readonly ledger: Ledger;
  readonly losesWrite: boolean;
}

/**
 * Runs the command on one stack with a fault and does what the runbook says, again and again until no fault is left; then
 * runs it once without, and compares the worlds. What is wrong only then is held against each of the faults.
 */
export async function tryFaults({ from, folder, next, tell, losesWrite = false }: Trial): Promise<readonly Tried[]> {
  const life = { from, site: from.start.copyTo(folder), ledger: new Ledger(from.objects), losesWrite };
  const tried: Tried[] = [];
  let done = 0;
  try {
    for (let fault = next(done); fault !== undefined; fault = next(done)) {
      const { acted, ...outcome } = await strike(life, { ...fault, at: fault.at - done });
      done += acted;
      tried.push({ fault, ...outcome });
      tell?.({ fault, ...outcome });
      // A stack that is not as it should be is no start for another fault.
      if (!survived(outcome)) break;
    }
    const atEnd = await end(life);
    const guilty = tried.filter((each) => !survived(each));
    return tried.map((each) =>
      guilty.length === 0 || guilty.includes(each) ? { ...each, problems: [...each.problems, ...atEnd] } : each,
    );
  } finally {
    life.site.remove();
  }
}

/** The command with one fault, and what a person does after it. */
async function strike(life: Life, fault: Fault): Promise<Outcome & { readonly acted: number }> {
  const { from, site, ledger } = life;
  const running: { current?: Running } = {};
  const struck = new Strike(fault, () => running.current?.kill());
  const outcome = (problems: readonly string[], known = 0) => ({ problems, known, acted: struck.acted });
  try {
    running.current = await site.start(from.words, ledger, struck.hooks);
    const { code } = await running.current.finished;
    if (!struck.struck) return outcome([`nothing struck: the command ended with ${String(code)} before`]);
    if (fault.kind === "error" && code === 0)
      return outcome(["the command says that it succeeded in spite of the error"]);
    if (life.losesWrite) loseOneWrite(site.stateFile);

    const processes = code === KILLED ? await site.leftProcesses() : [];
    if (processes.length > 0) return outcome([`the kill leaves processes: ${processes.join(", ")}`]);
    const left = unfinished(worldOf(life));
    const silent = left.silent.map((each) => `Pulumi does not know: ${each}`);
    const failure = code === KILLED ? await recover(site, ledger, worldOf(life)) : undefined;
    if (failure) return outcome([...silent, describe(failure)], left.known.length);
    const { known, silent: unknown } = unfinished(worldOf(life));
    const still = silent.length > 0 ? [] : [...known, ...unknown].map((each) => `the runbook does not mend: ${each}`);
    return outcome([...silent, ...still], left.known.length);
  } catch (error) {
    return outcome([error instanceof Error ? error.message : String(error)]);
  }
}

/** The command without a fault: why it fails, or why the world is another one than after a run that nothing disturbed. */
async function end(life: Life): Promise<readonly string[]> {
  const { from, site, ledger } = life;
  const finished = await site.run(from.words, ledger);
  if (finished.code !== 0) return [describe({ words: from.words, finished })];
  return differences(worldOf(life), from.end);
}

const worldOf = ({ ledger, site }: Life): World => ({ objects: ledger.objects, ...readStateFile(site.stateFile) });

const describe = ({ words, finished: { code, output } }: Failure) =>
  `pulumi ${words.join(" ")} ended with ${String(code)}: ${output.trim().slice(-SHOWN)}`;
