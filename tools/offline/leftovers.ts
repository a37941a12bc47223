import { existsSync, readdirSync, readFileSync, rmSync, statfsSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { UsageError } from "../shared/usageError";
import { PROJECT, stateFileOf } from "./state";

/** Bytes: a run writes its state some hundred times, and the engine hangs where it cannot. */
const ROOM = 50 * 1024 * 1024;

/** Blocks that are free for everybody, and the bytes of one. */
interface Disk {
  readonly bavail: number;
  readonly bsize: number;
}

const lockSchema = z.object({ pid: z.number().int().positive(), hostname: z.string() });
const operationSchema = z.object({ type: z.string() });
const stateSchema = z.object({
  checkpoint: z.object({
    stack: z.string(),
    latest: z.object({ pending_operations: z.array(operationSchema).nullish() }).nullish(),
  }),
});

/** Whether anything can be written there at all. @throws UsageError */
export function refuseFullDisk(folder: string, read: (path: string) => Disk = statfsSync): void {
  const { bavail, bsize } = read(folder);
  if (bavail * bsize < ROOM)
    throw new UsageError(
      `${folder} has ${Math.floor((bavail * bsize) / 1024 / 1024)} MB left, and a run needs ${ROOM / 1024 / 1024}. Make room, or name another folder by TELEHEALTH_OFFLINE_DIR.`,
    );
}

/**
 * Takes away what a run that was killed has left, where nobody has to look at AWS for it: its lock, as soon as its process is
 * gone. Says what is left to do.
 *
 * @returns lines for the user
 * @throws UsageError if state or lock cannot be read, with the file and the way out
 */
export function clearLeftovers(folder: string, stack: string): readonly string[] {
  const locks = locksOf(folder, stack);
  const alive = locks.filter(({ isAlive }) => isAlive);
  if (alive.length > 0)
    return [`Another run of ${stack} is under way (process ${alive.map(({ pid }) => pid).join(", ")}). Wait for it.`];
  for (const { file } of locks) rmSync(file, { force: true });
  const pending = pendingIn(folder, stack);
  return [
    ...(locks.length > 0
      ? [`The last run of ${stack} was killed; its lock was removed, and nothing that it recorded is lost.`]
      : []),
    ...(pending > 0
      ? [
          `${pending} ${pending === 1 ? "resource was" : "resources were"} being made when a run ended. On the offline AWS they are gone: npm start -- refresh --clear-pending-creates --yes --stack ${stack}`,
        ]
      : []),
  ];
}

interface Lock {
  readonly file: string;
  readonly pid: number;
  readonly isAlive: boolean;
}

function locksOf(folder: string, stack: string): readonly Lock[] {
  const locks = join(folder, "state", ".pulumi", "locks", "organization", PROJECT, stack);
  const files = existsSync(locks) ? readdirSync(locks).map((name) => join(locks, name)) : [];
  return files.map((file) => {
    const read = lockSchema.safeParse(parsed(file));
    if (!read.success)
      throw new UsageError(`${file} is not a lock file of Pulumi. If no run of ${stack} is under way: rm '${file}'`);
    const { pid, hostname: host } = read.data;
    return { file, pid, isAlive: host !== hostname() || isRunning(pid) };
  });
}

function isRunning(pid: number): boolean {
  // "pid (command) state ...": dead processes that nobody has waited for are Z, and numbers are given again.
  const [, command, state] = /^\d+ \((.*)\) (\S)/s.exec(ifThere(`/proc/${pid}/stat`) ?? "") ?? [];
  if (command !== undefined) return state !== "Z" && /pulumi/.test(command);
  try {
    // Signal 0 is not sent, it only asks.
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Operations that the engine noted as begun and not as ended. */
function pendingIn(folder: string, stack: string): number {
  const file = stateFileOf(folder, stack);
  if (!existsSync(file)) return 0;
  const read = stateSchema.safeParse(parsed(file));
  const backup = existsSync(`${file}.bak`)
    ? `The state before its last change is beside it: cp '${file}.bak' '${file}'`
    : "Begin anew";
  if (!read.success)
    throw new UsageError(
      `${file} is not a state file of Pulumi; it may have been cut off. ${backup}, or, as nothing real is in it: rm -r '${folder}'`,
    );
  const { stack: name, latest } = read.data.checkpoint;
  if (name.split("/").at(-1) !== stack)
    throw new UsageError(`${file} is the state of ${name}. Take it away: rm '${file}'`);
  return (latest?.pending_operations ?? []).filter(({ type }) => type === "creating").length;
}

function ifThere(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(ifThere(file) ?? "");
  } catch {
    return undefined;
  }
}
