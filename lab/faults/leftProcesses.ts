import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Tries and milliseconds between them: what its engine has left notices within a second, on a busy machine within some. */
const TRIES = 200;
const PAUSE = 100;
const PROC = "/proc";

/**
 * Processes that still run for a folder when their engine has been killed. They are given time to end by themselves: an
 * engine that is killed tells them nothing.
 *
 * @param home the folder that the engine was given as PULUMI_HOME, as whatever it starts is given too
 * @returns none where the system has no /proc
 */
export async function leftProcesses(home: string): Promise<readonly number[]> {
  for (let tries = 0; ; tries += 1) {
    const left = existsSync(PROC) ? readdirSync(PROC).filter((pid) => /^\d+$/.test(pid) && isGiven(pid, home)) : [];
    if (left.length === 0 || tries === TRIES) return left.map(Number);
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function isGiven(pid: string, home: string): boolean {
  try {
    return readFileSync(join(PROC, pid, "environ"), "latin1").includes(`PULUMI_HOME=${home}\0`);
  } catch {
    // It has ended, or is somebody else's.
    return false;
  }
}
