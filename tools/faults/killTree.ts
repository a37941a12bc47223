import { spawnSync } from "node:child_process";

/**
 * Kills a process as `kill -9` does, and then what it had started: the language host would wait for its engine for
 * minutes. It is stopped while they are looked up, so nothing happens after this moment.
 */
export function killTree(pid: number): void {
  signal(pid, "SIGSTOP");
  const started = descendants(pid);
  signal(pid, "SIGKILL");
  for (const each of started) signal(each, "SIGKILL");
}

function descendants(pid: number): readonly number[] {
  const listed = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout;
  const pairs = listed.split("\n").map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    pairs.flatMap(([child, of]) => (child !== undefined && of === parent ? [child, ...below(child)] : []));
  return below(pid);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended by itself.
  }
}
