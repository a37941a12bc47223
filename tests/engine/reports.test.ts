import { strict as assert } from "node:assert";
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "../..");
const TODAY = ["--today", "2026-11-24"];

/** As a user has them after `npm start -- up`: every report reads the stack that is deployed on the offline AWS. */
describe("the reports on a deployed stack", function () {
  this.timeout(600_000);
  const folder = mkdtempSync(join(tmpdir(), "telehealth-reports-"));
  const env = { ...process.env, TELEHEALTH_OFFLINE_DIR: join(folder, "offline"), NO_COLOR: "1" };

  const node = (...words: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
      const child = spawn(process.execPath, words, { cwd: ROOT, env });
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
      child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
      child.on("close", (code) => {
        resolve({ code: code ?? 1, stdout, stderr });
      });
    });

  before(async () => {
    const { code, stdout } = await node(join("tools", "offline"), "up", "--stack", "dev", "--yes", "--skip-preview");
    assert.equal(code, 0, stdout.slice(-2000));
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  for (const [says, code, ...words] of [
    [/^<!doctype html>[\s\S]*deployed on the offline AWS/, 0, "report", "--out", "-", ...TODAY],
    [
      /^# Deployment report: telehealth dev[\s\S]*Critical path[\s\S]*database-cluster/,
      0,
      "report",
      "--format",
      "markdown",
      "--out",
      "-",
      ...TODAY,
    ],
    [/^<svg[\s\S]*10\.10\.0\.0\/16/, 0, "diagram"],
    [/Total +\d/, 0, "cost"],
    [/"citations"/, 0, "compliance", "--format", "json", ...TODAY],
    [/^VITE_AWS_REGION=us-east-1$/m, 0, "env"],
    [/No rule refuses an update/, 0, "policy", "report", ...TODAY],
    [/all of it is|may vanish/i, 0, "doctor", ...TODAY],
    // dev has neither a door for emergencies nor copies in a second region, and the pages say so.
    [/telehealth-dev/, 1, "runbooks"],
    [/would call ecs RunTask/, 0, "ops", "migrate", "--dry-run"],
  ] as const)
    it(`${words.join(" ")} works, and says the same twice`, async () => {
      const [first, second] = [await node(join("tools", "run"), ...words), await node(join("tools", "run"), ...words)];
      assert.equal(first.code, code, first.stderr + first.stdout.slice(-2000));
      assert.match(first.stdout, says);
      assert.equal(first.stdout, second.stdout);
    });
});
