import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");

export interface Deployed {
  /** The folder of the offline AWS; it is shared, so who changes the stack copies it before. */
  readonly offline: string;
  /** What the update said. */
  readonly output: string;
}

/** A stack as it is committed, deployed once for all tests of this process. */
export const deployed = once(async (stack): Promise<Deployed> => {
  const { offline, code, stdout, stderr } = await start(stack, "up", "--yes", "--skip-preview");
  if (code !== 0) throw new Error(`${stack} does not go up:\n${(stdout + stderr).slice(-4000)}`);
  return { offline, output: stdout + stderr };
});

/** The preview of a stack as it is committed, as JSON, made once for all tests of this process. */
export const planOf = once(async (stack): Promise<string> => {
  const { code, stdout, stderr } = await start(stack, "preview", "--json");
  if (code !== 0) throw new Error(`${stack} has no preview:\n${(stdout + stderr).slice(-4000)}`);
  return stdout;
});

function once<T>(make: (stack: string) => Promise<T>): (stack: string) => Promise<T> {
  const made = new Map<string, Promise<T>>();
  return (stack) => {
    const known = made.get(stack) ?? make(stack);
    made.set(stack, known);
    return known;
  };
}

/** One Pulumi command of the committed program, on an offline AWS of its own that is there until this process ends. */
function start(stack: string, ...words: readonly string[]) {
  const offline = mkdtempSync(join(tmpdir(), `telehealth-${stack}-`));
  process.once("exit", () => {
    rmSync(offline, { recursive: true, force: true });
  });
  return new Promise<{ offline: string; code: number; stdout: string; stderr: string }>((resolve) => {
    const line = [join(ROOT, "tools", "run"), "start", ...words, "--stack", stack];
    const child = spawn(process.execPath, line, {
      cwd: ROOT,
      env: { ...process.env, TELEHEALTH_OFFLINE_DIR: offline, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said = { stdout: "", stderr: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said.stderr += chunk.toString()));
    child.on("close", (code) => {
      resolve({ offline, code: code ?? 1, ...said });
    });
  });
}
