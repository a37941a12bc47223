import { strict as assert } from "node:assert";
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { offlineEnvironment } from "../../tools/offline/environment";

const ROOT = join(__dirname, "../..");

const OFFLINE = { TELEHEALTH_OFFLINE: "true" };

/** What a program that begins as ours does finds in a promise of the SDK and in an error of its own. */
function traces(env: NodeJS.ProcessEnv): { readonly promise: string; readonly error: string } {
  const script = `
    require("./stacks/traces").skipTracesOffline();
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

describe("traces", function () {
  this.timeout(60_000);

  it("of the SDK's promises are not written offline, those of errors are, in terms of TypeScript", () => {
    const { promise, error } = traces(OFFLINE);
    assert.equal(promise, "Error");
    assert.match(error, /^Error: lost\n.*\[eval\]/);
    assert.match(error, /components.shared.invalid\.ts:\d+:\d+/);
  });

  it("of the SDK's promises are written for who looks for one that never ends", () => {
    assert.match(traces({ ...OFFLINE, PULUMI_DEBUG_PROMISE_LEAKS: "true" }).promise, /debuggable/);
  });

  it("of the SDK's promises are written in a real deployment", () => {
    assert.match(traces({}).promise, /debuggable/);
  });

  it("are left out where the AWS is offline, and the program asks for nothing else", () => {
    assert.match(readFileSync(join(ROOT, "index.ts"), "utf8"), /^skipTracesOffline\(\);$/m);
    const providers = { debugProviders: "aws:1", stop: () => Promise.resolve() };
    const env = offlineEnvironment({ backendUrl: "file:///state", home: "/home" }, providers, {});
    assert.equal(env.TELEHEALTH_OFFLINE, "true");
  });

  it("of the SDK itself are not sent to the engine, one call each", () => {
    const script = `
      require("./stacks/traces").skipTracesOfPromises();
      const { setMocks } = require("@pulumi/pulumi/runtime");
      let sent = 0;
      setMocks({ newResource: () => ({ id: "x", state: {} }), call: () => ({}) });
      require("@pulumi/pulumi/runtime/settings").getEngine = () => { sent++; };
      require("@pulumi/pulumi/log").debug("a step").then(() => console.log(sent));`;
    const args = ["--require", "ts-node/register", "--eval", script];
    assert.equal(execFileSync(process.execPath, args, { cwd: ROOT, encoding: "utf8" }).trim(), "0");
  });

  it("of a promise that never ends still fail the run", () => {
    const script = `
      require("./stacks/traces").skipTracesOfPromises();
      require("@pulumi/pulumi/runtime/debuggable").debuggablePromise(new Promise(() => undefined), "a test");`;
    const { status, stderr } = spawnSync(process.execPath, ["--require", "ts-node/register", "--eval", script], {
      cwd: ROOT,
      encoding: "utf8",
    });
    assert.equal(status, 1);
    assert.match(stderr, /leaked/i);
  });
});
