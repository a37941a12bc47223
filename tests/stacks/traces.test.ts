import { strict as assert } from "node:assert";
import { execFileSync } from "node:child_process";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");

/** What a program that has called the function finds in a promise of the SDK and in an error of its own. */
function traces(env: NodeJS.ProcessEnv): { readonly promise: string; readonly error: string } {
  const script = `
    require("./stacks/traces").skipTracesOfPromises();
    const promise = Promise.resolve();
    require("@pulumi/pulumi/runtime/debuggable").debuggablePromise(promise, "a test");
    const { invalid } = require("./components/shared/invalid");
    try { invalid({}, "name", "is wrong", "Write another"); } catch (error) {
      console.log(JSON.stringify({ promise: promise._debugStackTrace, error: new Error("lost").stack + error.stack }));
    }`;
  const args = ["--require", "ts-node/register", "--eval", script];
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8", env: { ...process.env, ...env } }),
  );
}

describe("traces", () => {
  it("of the SDK's promises are not written, those of errors are, in terms of TypeScript", () => {
    const { promise, error } = traces({});
    assert.equal(promise, "");
    assert.match(error, /^Error: lost\n.*\[eval\]/);
    assert.match(error, /components.shared.invalid\.ts:\d+:\d+/);
  });

  it("of the SDK's promises are written for who looks for one that never ends", () => {
    assert.match(traces({ PULUMI_DEBUG_PROMISE_LEAKS: "true" }).promise, /debuggable/);
  });
});
