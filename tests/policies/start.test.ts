import { strict as assert } from "node:assert";
import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const PACK = join(ROOT, "policies");
const RUNNER = join(ROOT, "node_modules/@pulumi/pulumi/cmd/run-policy-pack");

/** What the runner writes first, which the engine takes for the port. */
function firstOutput(): Promise<string> {
  const child = spawn(process.execPath, [RUNNER, "127.0.0.1:1", PACK], { cwd: PACK });
  return new Promise((resolve, reject) => {
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
    child.stdout.once("data", (chunk: Buffer) => {
      resolve(chunk.toString());
      child.kill();
    });
    child.on("error", reject);
    child.on("exit", () => {
      reject(new Error(complaint));
    });
  });
}

describe("the compiled pack", function () {
  this.timeout(120_000);
  before(() => {
    if (!existsSync(join(PACK, "bin/index.js")))
      execFileSync(process.execPath, [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", PACK]);
  });

  it("starts under Pulumi's own runner and prints its port", async () => {
    assert.match(await firstOutput(), /^\d+\n$/);
  });

  it("loads no AWS SDK and no TypeScript of its own, which is what makes it start at once", () => {
    const script = `require(${JSON.stringify(join(PACK, "bin/pack.js"))}); console.log(Object.keys(require.cache).filter((file) => file.includes("node_modules")).length)`;
    assert.equal(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }).trim(), "0");
  });
});
