/** Where the SDK keeps a stack trace for every promise, in case one never ends. */
const LEAK_TRACES = /@pulumi[\\/]pulumi[\\/]runtime[\\/]debuggable\.js$/;

/**
 * Leaves the SDK's traces of promises unwritten. It writes one for each of some thousand promises, and mapping their frames
 * back to TypeScript takes half the time of a preview. Traces of errors stay what they are. With
 * `PULUMI_DEBUG_PROMISE_LEAKS`, which prints the promises' traces, everything stays as it is.
 */
export function skipTracesOfPromises(env: NodeJS.ProcessEnv = process.env): void {
  // In Node itself there is none: whoever maps frames to TypeScript has set one.
  const write: unknown = Reflect.get(Error, "prepareStackTrace");
  if (typeof write !== "function" || env["PULUMI_DEBUG_PROMISE_LEAKS"] !== undefined) return;
  Error.prepareStackTrace = (error, frames): unknown =>
    LEAK_TRACES.test(frames[0]?.getFileName() ?? "") ? "" : Reflect.apply(write, Error, [error, frames]);
}
