import { strict as assert } from "node:assert";
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { checkPrerequisites, DISK_NEEDED_BYTES } from "../../../tools/setup/buildCli";
import { CLI_VERSION } from "../../../tools/setup/findCli";
import { obtainCli } from "../../../tools/setup/obtainCli";
import { Machine } from "./machine";

const MODULE = join(__dirname, "../../../tools/setup/obtainCli.js");

describe("obtaining the Pulumi CLI", () => {
  let machine: Machine;
  beforeEach(() => (machine = new Machine()));
  afterEach(() => {
    machine.dispose();
  });

  /** Set-up in a process of its own, as two terminals or a killed one would run it. */
  const start = (): ChildProcess =>
    spawn(process.execPath, ["-e", `require(${JSON.stringify(MODULE)}).obtainCli(${JSON.stringify(machine.root)})`], {
      env: machine.env,
      stdio: "ignore",
    });
  const exitOf = (child: ChildProcess) => new Promise<number | null>((resolve) => child.on("exit", resolve));
  const until = async (condition: () => boolean) => {
    while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const assertInstalled = () => {
    assert.equal(execFileSync(machine.cli, { encoding: "utf8" }).trim(), `v${CLI_VERSION}`);
    assert.deepEqual(readdirSync(machine.versionFolder), ["bin"]);
  };

  it("downloads the official CLI where that is possible, and builds nothing", async () => {
    machine.go();
    const script = `#!/bin/sh\\necho v${CLI_VERSION}\\n`;
    machine.program(
      "node_modules/pulumi/run.js",
      `const fs = require("fs"), bin = process.env.PULUMI_HOME + "/versions/${CLI_VERSION}/bin";
       fs.mkdirSync(bin, { recursive: true });
       fs.writeFileSync(bin + "/pulumi", "${script}", { mode: 0o755 });`,
      machine.root,
    );
    await obtainCli(machine.root, machine.env);
    assertInstalled();
    assert.equal(machine.builds, 0);
  });

  it("builds it from Go modules otherwise, with a language host beside it", async () => {
    machine.go();
    await obtainCli(machine.root, machine.env);
    assertInstalled();
    assert.deepEqual(readdirSync(join(machine.versionFolder, "bin")).sort(), ["pulumi", "pulumi-language-nodejs"]);
  });

  it("says what to install where there is neither network nor Go", async () => {
    await assert.rejects(
      obtainCli(machine.root, machine.env),
      /Go is missing[\s\S]*Install Go 1\.25 or newer\. Or install Pulumi/,
    );
    assert.deepEqual(readdirSync(machine.versionFolder), []);
  });

  it("refuses a Go that is too old", async () => {
    machine.go({ version: "go1.21.3" });
    await assert.rejects(obtainCli(machine.root, machine.env), /too old.*go1\.21\.3[\s\S]*Install Go 1\.25/);
  });

  it("refuses to begin with too little disk, and says how much there is", async () => {
    machine.go();
    const check = checkPrerequisites("/home", machine.env, DISK_NEEDED_BYTES / 2);
    await assert.rejects(check, /needs 3 GB of disk; \/home has 1\.5 GB[\s\S]*PULUMI_HOME/);
    await checkPrerequisites("/home", machine.env, DISK_NEEDED_BYTES);
  });

  it("shows what the module proxy answered when it does not deliver", async () => {
    machine.go({ list: "echo 'dial tcp: lookup proxy: no such host' >&2; exit 1" });
    await assert.rejects(obtainCli(machine.root, machine.env), /no such host[\s\S]*go env GOPROXY/);
    assert.deepEqual(readdirSync(machine.versionFolder), []);
  });

  it("never installs a CLI that does not answer with its version, and the next run starts clean", async () => {
    machine.go({ answers: "v0.0.0" });
    await assert.rejects(obtainCli(machine.root, machine.env), /answers "v0\.0\.0"[\s\S]*not installed/);
    assert.ok(!existsSync(machine.cli));
    machine.go();
    await obtainCli(machine.root, machine.env);
    assertInstalled();
  });

  it("recovers from being killed half-way through the build", async () => {
    machine.go({ seconds: 30 });
    const child = start();
    await until(() => machine.builds === 1);
    child.kill("SIGKILL");
    await exitOf(child);
    assert.ok(!existsSync(machine.cli));
    machine.go();
    await obtainCli(machine.root, machine.env);
    assertInstalled();
  });

  it("clears what a killed run left behind, its lock included", async () => {
    machine.go();
    mkdirSync(join(machine.versionFolder, "partial-999999", "bin"), { recursive: true });
    writeFileSync(join(machine.versionFolder, "setup.lock"), "999999");
    await obtainCli(machine.root, machine.env);
    assertInstalled();
  });

  it("builds once when it is run twice at once", async () => {
    machine.go({ seconds: 1 });
    const codes = await Promise.all([start(), start()].map(exitOf));
    assert.deepEqual(codes, [0, 0]);
    assert.equal(machine.builds, 1);
    assertInstalled();
  });
});
