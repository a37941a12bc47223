import { join } from "node:path";
import { grouped } from "../../tools/shared/grouped";
import type { Fault } from "./fault";
import type { Tried } from "./report";
import type { Trial } from "./trial";
import { tryFaults } from "./trial";
import type { Worlds } from "./undisturbed";
import { Waiting } from "./waiting";

export interface Work {
  readonly faults: readonly Fault[];
  readonly worlds: Worlds;
  /** For the stacks. */
  readonly folder: string;
  /** How many stacks at a time. */
  readonly jobs: number;
  /** Whether each fault has a stack of its own. */
  readonly alone: boolean;
  readonly losesWrite: boolean;
  readonly tell: NonNullable<Trial["tell"]>;
  /** Hears of the faults of one stack when that is at its end. */
  readonly keep: (tried: readonly Tried[]) => void;
}

/** Tries all faults: one operation and kind after the other, on as many stacks as it takes. */
export async function tryAll({ faults, worlds, folder, jobs, alone, losesWrite, tell, keep }: Work): Promise<void> {
  const groups = grouped(faults, ({ operation, kind }) => `${operation} ${kind}`);
  const queue = [...groups.values()].flatMap((group) => {
    const from = group[0] && worlds[group[0].operation];
    return from === undefined ? [] : [{ from, waiting: new Waiting(group, alone) }];
  });
  const work = async (worker: number) => {
    const where = join(folder, `worker-${String(worker)}`);
    for (const { from, waiting } of queue)
      while (!waiting.isEmpty)
        keep(await tryFaults({ from, folder: where, next: waiting.forStack(), tell, losesWrite }));
  };
  await Promise.all(Array.from({ length: jobs }, (_, worker) => work(worker)));
}
