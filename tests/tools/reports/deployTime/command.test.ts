import { strict as assert } from "node:assert";
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as given from "../../shared/snapshot/plan";
import { resource, urn } from "./stack";

describe("npm run deploy-time", function () {
  this.timeout(60_000);
  const folder = mkdtempSync(join(tmpdir(), "deploy-time-"));
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const run = (...words: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const command = [join(__dirname, "../../../../tools/run"), "deploy-time", ...words];
      const env = { ...process.env, INIT_CWD: folder };
      const child = execFile(process.execPath, command, { env }, (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      });
    });
  const nat = { type: "aws:ec2/natGateway:NatGateway" };
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
  };
  before(() => {
    write("state.json", given.exported(resource("a", [], nat), resource("b", ["a"])));
    write("circle.json", given.exported(resource("a", ["b"]), resource("b", ["a"])));
    const metadata = { op: "create", urn: urn("a"), ...nat, new: { custom: true, inputs: {} } };
    const events = [
      { timestamp: 1, resourcePreEvent: { metadata } },
      { timestamp: 41, resOutputsEvent: { metadata } },
    ];
    write("up.json", events.map((each) => JSON.stringify(each)).join("\n"));
  });

  it("answers the same to the byte on two runs, with the places that were asked for", async () => {
    const words = ["--file", "state.json", "--format", "json", "--parallel", "1"];
    const [one, two] = [await run(...words), await run(...words)];
    assert.equal(one.code, 0, one.stderr);
    assert.equal(one.stdout, two.stdout);
    const { parallel, total } = JSON.parse(one.stdout);
    assert.deepEqual([parallel, total.typical], [1, 117]);
  });

  it("takes what an event log has, and writes a file on demand", async () => {
    const words = ["--file", "state.json", "--measured", "up.json", "--format", "json", "--out", "it.json"];
    const { code, stdout, stderr } = await run(...words, "--parallel", "unlimited");
    assert.equal(code, 0, stderr);
    assert.equal(stdout, "");
    const { total, measured, parallel } = JSON.parse(readFileSync(join(folder, "it.json"), "utf8"));
    assert.deepEqual([total.typical, measured.length, parallel], [42, 1, undefined]);
  });

  it("draws", async () => {
    assert.match((await run("--file", "state.json", "--format", "svg")).stdout, /^<svg [\s\S]*<\/svg>\n$/);
  });

  it("ends with 2 and says what is wrong, without a stack trace", async () => {
    for (const [words, says] of [
      [["--file", "circle.json"], /a -> b -> a/],
      [["--file", "state.json", "--parallel", "0"], /--parallel.*: is neither a whole number over 0 nor `unlimited`/],
      [["--file", "state.json", "--measured", "missing.json"], /missing\.json cannot be read/],
      [["--file", "state.json", "--measured", "state.json"], /Line 1 is no event|no resource/],
    ] as const) {
      const { code, stderr } = await run(...words);
      assert.equal(code, 2);
      assert.match(stderr, says);
      assert.ok(!stderr.includes("    at "), stderr);
    }
  });
});
