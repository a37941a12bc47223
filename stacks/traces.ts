import { createRequire } from "node:module";
import { log } from "@pulumi/pulumi";

interface Debuggable {
  debuggablePromise: <T>(promise: Promise<T>, context?: unknown) => Promise<T>;
}

/**
 * Leaves out what the SDK does for whoever debugs the SDK itself. It takes a stack trace for each of some thousand promises,
 * in case one never ends, and maps it back to TypeScript; and it sends the engine a debug message for each step of each
 * resource, in a call of its own. Together that is most of the CPU of a preview's program. A promise that never ends still
 * fails the run, and traces of errors stay what they are. With `PULUMI_DEBUG_PROMISE_LEAKS`, which prints the promises' traces,
 * everything stays as it is: set it for `--debug` too.
 */
export function skipTracesOfPromises(env: NodeJS.ProcessEnv = process.env): void {
  if (env["PULUMI_DEBUG_PROMISE_LEAKS"] !== undefined) return;
  const load: (file: string) => unknown = createRequire(__filename);
  const module = load("@pulumi/pulumi/runtime/debuggable");
  if (isDebuggable(module)) {
    const { debuggablePromise } = module;
    module.debuggablePromise = (promise, context) => withoutTrace(() => debuggablePromise(promise, context));
  }
  // The SDK's own modules look these functions up at each call.
  Object.assign(log, { debug: () => Promise.resolve() });
}

function isDebuggable(module: unknown): module is Debuggable {
  return (
    typeof module === "object" &&
    module !== null &&
    "debuggablePromise" in module &&
    typeof module.debuggablePromise === "function"
  );
}

function withoutTrace<T>(make: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
