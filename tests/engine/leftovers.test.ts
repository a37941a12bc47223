import { strict as assert } from "node:assert";
import { type ChildProcess, spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const DIR = "TELEHEALTH_OFFLINE_DIR";

describe("a run that was killed, or finds something broken", function () {
  this.timeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), "telehealth-leftovers-"));
  const offline = join(folder, "offline");
  const stateFile = join(offline, "state", ".pulumi", "stacks", "telehealth", "dev.json");
  const locks = join(offline, "state", ".pulumi", "locks", "organization", "telehealth", "dev");
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (words: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess =>
    spawn(process.execPath, [join(ROOT, "tools", "run"), "start", ...words, "--stack", "dev"], {
      cwd: ROOT,
      env: { ...process.env, NO_COLOR: "1", [DIR]: offline, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      // A group of its own, as a terminal gives to each command.
      detached: true,
    });
  const ended = (child: ChildProcess) =>
    new Promise<{ code: number; output: string }>((resolve) => {
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream?.on("data", (chunk: Buffer) => (output += chunk.toString()));
      child.on("close", (code) => {
        resolve({ code: code ?? 137, output });
      });
    });
  const run = (...words: string[]) => ended(start(words));

  /** Kills an update with everything in its group when it has begun to make things. */
  async function killUpdate(): Promise<void> {
    const child = start(["up", "--yes", "--skip-preview"]);
    const end = ended(child);
    await new Promise<void>((resolve) => {
      child.stdout?.on("data", (chunk: Buffer) => {
        if (/aws:\S+ \S+ creating/.test(chunk.toString())) resolve();
      });
      void end.then(() => {
        resolve();
      });
    });
    process.kill(-(child.pid ?? assert.fail()), "SIGKILL");
    await end;
  }

  /** Processes that were started for this folder, by what they were given in their environment. */
  const processes = () =>
    readdirSync("/proc")
      .filter((pid) => /^\d+$/.test(pid) && pid !== String(process.pid))
      .filter((pid) => {
        try {
          return readFileSync(join("/proc", pid, "environ"), "latin1").includes(`${DIR}=${offline}\0`);
        } catch {
          return false;
        }
      });

  it("leaves no process behind", async function () {
    if (!existsSync("/proc/self/environ")) {
      this.skip();
      return;
    }
    await killUpdate();
    // They notice by themselves, within a second or so; that they do is the point, not when.
    while (processes().length > 0) await new Promise((resolve) => setTimeout(resolve, 100));
  });

  it("says in the next one what it has done and what is left to do, and goes on", async () => {
    if (!existsSync(locks) || readdirSync(locks).length === 0) await killUpdate();
    const { code, output } = await run("up", "--yes", "--skip-preview");
    assert.equal(code, 0, output.slice(-3000));
    assert.match(
      output,
      /^The last run of dev was killed; its lock was removed, and nothing that it recorded is lost\.$/m,
    );
    assert.deepEqual(readdirSync(locks), []);
    const pending: unknown[] = JSON.parse(readFileSync(stateFile, "utf8")).checkpoint.latest.pending_operations ?? [];
    if (pending.length > 0) {
      const [, command = ""] = /npm start -- (refresh --clear-pending-creates --yes) --stack dev/.exec(output) ?? [];
      assert.equal((await run(...command.split(" "), "--skip-preview")).code, 0);
    }
    const cleared = JSON.parse(readFileSync(stateFile, "utf8")).checkpoint.latest.pending_operations ?? [];
    assert.deepEqual(cleared, []);
    const again = await run("up", "--yes", "--skip-preview", "--expect-no-changes");
    assert.equal(again.code, 0, again.output.slice(-3000));
    assert.doesNotMatch(again.output, /was killed|being created/);
  });

  it("leaves alone the lock of a run that is under way", async () => {
    const first = start(["up", "--yes", "--skip-preview"]);
    const end = ended(first);
    while (!existsSync(locks) || readdirSync(locks).length === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await run("up", "--yes", "--skip-preview");
    // The first may be over by then.
    assert.ok(
      second.code === 0 || /^Another run of dev is under way \(process \d+\)\. Wait for it\.$/m.test(second.output),
    );
    assert.doesNotMatch(second.output, /was killed/);
    assert.equal((await end).code, 0);
  });

  const isOneLine = ({ code, output }: { code: number; output: string }, says: RegExp) => {
    assert.equal(code, 2, output);
    assert.match(output, says);
    assert.equal(output.trim().split("\n").length, 1, output);
  };

  it("names a lock that cannot be read, and how to be rid of it", async () => {
    writeFileSync(join(locks, "broken.json"), "{");
    isOneLine(await run("preview"), /broken\.json is not a lock file of Pulumi\..*rm '/);
    rmSync(join(locks, "broken.json"));
  });

  for (const [what, content] of [
    ["is cut off", (text: string) => text.slice(0, text.length / 2)],
    ["is empty", () => ""],
    ["is full of zeros", () => "\0".repeat(4096)],
    ["is something else", () => JSON.stringify({ name: "package" })],
  ] as const)
    it(`names a state that ${what}, and the one before it`, async () => {
      const whole = join(folder, "whole.json");
      copyFileSync(stateFile, whole);
      writeFileSync(stateFile, content(readFileSync(whole, "utf8")));
      isOneLine(
        await run("preview"),
        /dev\.json is not a state file of Pulumi; it may have been cut off\. .*cp '.*dev\.json\.bak'/,
      );
      copyFileSync(whole, stateFile);
    });

  it("names a state that is another stack's", async () => {
    const other = join(dirname(stateFile), "staging.json");
    copyFileSync(stateFile, other);
    const child = spawn(process.execPath, [join(ROOT, "tools", "run"), "start", "preview", "--stack", "staging"], {
      cwd: ROOT,
      env: { ...process.env, [DIR]: offline },
      stdio: ["ignore", "pipe", "pipe"],
    });
    isOneLine(await ended(child), /staging\.json is the state of organization\/telehealth\/dev\. Take it away: rm/);
    rmSync(other);
  });

  it("names a folder that cannot be written to, whatever is in its place", async () => {
    const file = join(folder, "file");
    writeFileSync(file, "");
    for (const place of [file, join(file, "below"), "/proc/nowhere"])
      isOneLine(
        await ended(start(["preview"], { [DIR]: place })),
        /is not a writable folder \((ENOTDIR|ENOENT|EEXIST)\)\. .*TELEHEALTH_OFFLINE_DIR/,
      );
  });

  it("calls its own processes past a proxy", async () => {
    const proxy = "http://127.0.0.1:9";
    const env = { http_proxy: proxy, https_proxy: proxy, HTTP_PROXY: proxy, HTTPS_PROXY: proxy, grpc_proxy: proxy };
    const { code, output } = await ended(start(["preview"], env));
    assert.equal(code, 0, output.slice(-3000));
  });
});
