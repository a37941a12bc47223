import { Script } from "node:vm";

/** Milliseconds: long for a machine that is busy, where every rule together takes a few. */
export const LIMIT = 30_000;

const SLOT = Symbol.for("hipaa-telehealth-policies.work");
const RUN = new Script(`globalThis[Symbol.for("${String(SLOT.description)}")]()`);

/**
 * Does some work and interrupts it if it takes too long, whatever it does, a regular expression among it: a run that hangs is
 * a run that somebody switches the rules off for.
 *
 * @param name what is at work when it is interrupted
 * @throws Error that names it; the engine then refuses the resource
 */
export function within(milliseconds: number, work: () => void, name: () => string): void {
  Reflect.set(globalThis, SLOT, work);
  try {
    RUN.runInThisContext({ timeout: milliseconds });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    throw new Error(
      `${name()} takes more than ${String(milliseconds / 1000)} seconds to judge, so it counts as violated`,
    );
  } finally {
    Reflect.deleteProperty(globalThis, SLOT);
  }
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
