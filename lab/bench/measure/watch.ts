import { grouped } from "../../../tools/shared/grouped";
import {
  allProcesses,
  canReadProcesses,
  commandLineOf,
  familyOf,
  memoryOf,
  stateOf,
  TICKS_PER_SECOND,
} from "./processes";
import { roleOf, type Role } from "./role";

/** Milliseconds between two looks. What a process uses after the last one is missing in its own figures, not in the total. */
const INTERVAL = 100;
/** Looks between two at the memory: the process waits while the kernel walks through its pages, up to a sixth of its time. */
const LOOKS_PER_MEMORY = 2;

/** What a child used, its own children included. */
export interface Use {
  readonly cpuSeconds: number;
  /** The most that all its processes held at one moment; undefined if they were not weighed. */
  readonly peakMb: number | undefined;
  readonly roles: readonly RoleUse[];
}

export interface RoleUse {
  readonly role: Role;
  readonly cpuSeconds: number;
  /** Of the biggest process; undefined if it was not weighed. */
  readonly peakMb: number | undefined;
}

interface Seen {
  role: Role;
  ticks: number;
  kilobytes: number;
}

/**
 * Watches a child of this process and its children. The kernel adds the CPU of a child to its parent's account when the
 * parent has waited for it, so the total is exact; what nobody waited for is counted as it was last seen. Only one child
 * can be watched at a time. Weighing slows it down. Answers undefined where there is no /proc: outside Linux.
 */
export function watch(pid: number, weighs: boolean): () => Use | undefined {
  if (!canReadProcesses()) return () => undefined;
  const before = stateOf(process.pid)?.childTicks ?? 0;
  const seen = new Map<number, Seen>();
  let peak = 0;
  let looks = 0;
  const look = () => {
    const weighsNow = weighs && looks++ % LOOKS_PER_MEMORY === 0;
    let together = 0;
    for (const each of familyOf(pid, allProcesses())) {
      const known = seen.get(each.pid) ?? { role: "other", ticks: 0, kilobytes: 0 };
      const kilobytes = weighsNow ? (memoryOf(each.pid) ?? 0) : 0;
      together += kilobytes;
      seen.set(each.pid, {
        // A process that was just forked still bears its parent's command line.
        role: known.ticks > 0 && known.role !== "other" ? known.role : roleOf(commandLineOf(each.pid)),
        ticks: Math.max(known.ticks, each.ticks),
        kilobytes: Math.max(known.kilobytes, kilobytes),
      });
    }
    peak = Math.max(peak, together);
  };
  look();
  const timer = setInterval(look, INTERVAL);
  return () => {
    clearInterval(timer);
    const waitedFor = (stateOf(process.pid)?.childTicks ?? before) - before;
    const all = [...seen.values()];
    const lastSeen = all.reduce((sum, { ticks }) => sum + ticks, 0);
    return {
      cpuSeconds: Math.max(waitedFor, lastSeen) / TICKS_PER_SECOND,
      peakMb: weighs ? peak / 1024 : undefined,
      roles: rolesOf(all, weighs),
    };
  };
}

/** By role: the CPU of all its processes, the memory of the biggest. */
function rolesOf(all: readonly Seen[], weighs: boolean): readonly RoleUse[] {
  return [...grouped(all, ({ role }) => role)].map(([role, own]) => ({
    role,
    cpuSeconds: own.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS_PER_SECOND,
    peakMb: weighs ? Math.max(...own.map(({ kilobytes }) => kilobytes)) / 1024 : undefined,
  }));
}
