import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Names the file by which the pack shows that it judges; set by whoever passes the pack to a command, a new file for each. */
export const PROOF = "TELEHEALTH_POLICY_PROOF";

/**
 * Says that the program of this engine is judged. Does nothing where nobody asked for it.
 *
 * @param engine the engine's address, which is another at every command
 */
export function prove(engine: string | undefined, env: NodeJS.ProcessEnv): void {
  const file = env[PROOF] ?? "";
  if (file !== "" && engine !== undefined) writeFileSync(file, engine);
}

/** Takes it back. */
export function withdraw(env: NodeJS.ProcessEnv): void {
  const file = env[PROOF] ?? "";
  if (file !== "") rmSync(file, { force: true });
}

/** Whether the pack has said so of this engine: what a former command left, or a word in the environment, is no proof. */
export function isProven(engine: string | undefined, env: NodeJS.ProcessEnv): boolean {
  const file = env[PROOF] ?? "";
  if (file === "" || engine === undefined || engine === "") return false;
  try {
    return readFileSync(file, "utf8") === engine;
  } catch {
    return false;
  }
}
