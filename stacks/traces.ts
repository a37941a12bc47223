import { createRequire } from "node:module";
import { log } from "@pulumi/pulumi";
import { OFFLINE } from "./offline";

interface Debuggable {
  debuggablePromise: <T>(promise: Promise<T>, context?: unknown) => Promise<T>;
}

/**
 * In a real deployment everything stays as the SDK has it: whoever runs `pulumi up --debug` in a bad night needs its messages.
 * `PULUMI_DEBUG_PROMISE_LEAKS`, which prints the traces of promises, keeps them offline as well; set it for `--debug` too.
 */
export function skipTracesOffline(env: NodeJS.ProcessEnv = process.env): void {
  if (env[OFFLINE] !== undefined && env["PULUMI_DEBUG_PROMISE_LEAKS"] === undefined) skipTracesOfPromises();
}

/**
 * Leaves out what the SDK does for whoever debugs the SDK itself. It takes a stack trace for each of some thousand promises,
 * in case one never ends, and maps it back to TypeScript; and it sends the engine a debug message for each step of each
 * resource, in a call of its own. Together that is most of the CPU of a preview's program. A promise that never ends still
 * fails the run, and traces of errors stay what they are.
 */
export function skipTracesOfPromises(): void {
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
