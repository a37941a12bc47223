import { readdirSync, readFileSync } from "node:fs";
import { grouped } from "../../../tools/shared/grouped";

/** What Linux says about a process at one moment. */
export interface ProcessState {
  readonly pid: number;
  readonly parent: number;
  /** Of itself, in clock ticks. */
  readonly ticks: number;
  /** Of all children it has waited for, and theirs, in clock ticks. */
  readonly childTicks: number;
}

/** Linux counts CPU time for user space in hundredths of a second, on every architecture Node runs on (USER_HZ). */
export const TICKS_PER_SECOND = 100;

/** The line of /proc/<pid>/stat: proc_pid_stat(5), fields 4 and 14 to 17. The name in brackets may hold anything. */
export function parseStat(line: string): ProcessState | undefined {
  const pid = Number.parseInt(line, 10);
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const [parent, utime, stime, cutime, cstime] = [1, 11, 12, 13, 14].map((at) => Number(fields[at]));
  const numbers = [pid, parent, utime, stime, cutime, cstime];
  if (parent === undefined || !numbers.every((each) => Number.isInteger(each))) return undefined;
  return {
    pid,
    parent,
    ticks: (utime ?? 0) + (stime ?? 0),
    childTicks: (cutime ?? 0) + (cstime ?? 0),
  };
}

/** Whether CPU and memory of other processes can be read here: on Linux only. */
export function canReadProcesses(): boolean {
  return stateOf(process.pid) !== undefined;
}

export function stateOf(pid: number): ProcessState | undefined {
  const line = contents(pid, "stat");
  return line === undefined ? undefined : parseStat(line);
}

/** All processes of this machine. */
export function allProcesses(): readonly ProcessState[] {
  return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? (stateOf(Number(name)) ?? []) : []));
}

/** A process and all that come from it. */
export function familyOf(pid: number, all: readonly ProcessState[]): readonly ProcessState[] {
  const children = grouped(all, ({ parent }) => parent);
  const below = (parent: number): readonly ProcessState[] =>
    (children.get(parent) ?? []).flatMap((each) => [each, ...below(each.pid)]);
  return [...all.filter((each) => each.pid === pid), ...below(pid)];
}

/** Kilobytes a process holds for itself, with its part of what several share (PSS), so that the sum counts nothing twice. */
export function memoryOf(pid: number): number | undefined {
  const pss = /^Pss:\s+(\d+) kB$/m.exec(contents(pid, "smaps_rollup") ?? "")?.[1];
  return pss === undefined ? undefined : Number(pss);
}

export function commandLineOf(pid: number): string {
  return (contents(pid, "cmdline") ?? "").replaceAll("\0", " ").trim();
}

/** Undefined once the process has ended, or where there is no /proc. */
function contents(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${String(pid)}/${name}`, "utf8");
  } catch {
    return undefined;
  }
}
