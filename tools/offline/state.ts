import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where the CLI keeps what it knows of the offline AWS. */
export interface OfflineState {
  readonly backendUrl: string;
  /** Stands for `~/.pulumi`. */
  readonly home: string;
}

/** The name in Pulumi.yaml, under which the CLI keeps states. */
export const PROJECT = "telehealth";

/** Makes the folders that are missing. With `keepsLogs` the CLI writes its log, as it does for users. */
export function prepareState(folder: string, keepsLogs = false): OfflineState {
  const [state, home] = [join(folder, "state"), join(folder, "home")];
  for (const each of [state, home]) makeFolder(each);
  dropMetadata(state);
  if (!keepsLogs) refuseLogs(home);
  return { backendUrl: `file://${state}?metadata=skip`, home };
}

/** Node's own recursion never ends where a file system takes no folders, such as /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have been faster.
    if (!existsSync(path)) throw error;
  }
}

/** Where the CLI writes the state of a stack. */
export function stateFileOf(folder: string, stack: string): string {
  return join(folder, "state", ".pulumi", "stacks", PROJECT, `${stack}.json`);
}

/**
 * The CLI would write a file `.attrs` beside each of its own, which a kill leaves empty, and then it can read neither. Nothing
 * is lost with them: the bucket of a real stack has none.
 */
function dropMetadata(state: string): void {
  for (const name of readdirSync(state, { recursive: true, encoding: "utf8" }))
    if (name.endsWith(".attrs")) rmSync(join(state, name), { force: true });
}

/**
 * In `~/.pulumi/logs` the CLI keeps a log of each run, up to 500 MB; then the oldest goes. Runs on the offline AWS are many, and
 * would push out the logs of real deployments. A file where it wants that folder keeps it from writing any.
 */
function refuseLogs(home: string): void {
  writeFileSync(join(home, "logs"), "");
}
