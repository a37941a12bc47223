import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parse, stringify } from "yaml";

const ROOT = join(__dirname, "..", "..");
const NOT_COPIED = new Set(["node_modules", ".git", ".offline", ".setup", "tests", "docs"]);

const SCREEN = 4000;

export interface Run {
  readonly code: number;
  readonly stdout: string;
  /** Both streams, without colours. */
  readonly output: string;
  /** The last screen of it, for messages. */
  readonly end: string;
}

/** A copy of the program with an offline AWS of its own, driven the way `npm start` does it. */
export class Workspace {
  readonly folder = mkdtempSync(join(tmpdir(), "telehealth-engine-"));

  constructor() {
    cpSync(ROOT, this.folder, { recursive: true, filter: (source) => !NOT_COPIED.has(basename(source)) });
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
  }

  /** One Pulumi command on the offline AWS. */
  pulumi(...args: string[]): Promise<Run> {
    return this.run(process.execPath, join(this.folder, "tools", "offline"), ...args);
  }

  /** One of our own commands: `tool("ops", "migrate")` is `npm run ops -- migrate`. */
  tool(...words: string[]): Promise<Run> {
    return this.run(process.execPath, join(this.folder, "tools", "run"), ...words);
  }

  /** One Pulumi command as the README has it: `npm start -- ...`. */
  npmStart(...args: string[]): Promise<Run> {
    return this.run("npm", "start", "--", ...args);
  }

  private run(command: string, ...args: string[]): Promise<Run> {
    return new Promise((resolve) => {
      const child = spawn(command, args, {
        cwd: this.folder,
        env: { ...process.env, NO_COLOR: "1" },
        stdio: ["ignore", "pipe", "pipe"],
      });
      let stdout = "";
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => {
        stdout += chunk.toString();
        output += chunk.toString();
      });
      child.stderr.on("data", (chunk: Buffer) => {
        output += chunk.toString();
      });
      child.on("close", (code) => {
        resolve({ code: code ?? 1, stdout, output, end: output.slice(-SCREEN) });
      });
    });
  }

  read(file: string): string {
    return readFileSync(join(this.folder, file), "utf8");
  }

  /** Adds a file, and answers where it is. */
  write(file: string, text: string): string {
    const path = join(this.folder, file);
    writeFileSync(path, text);
    return path;
  }

  remove(file: string): void {
    rmSync(join(this.folder, file), { recursive: true });
  }

  /** Changes a source file, and insists that there was something to change. */
  edit(file: string, from: string | RegExp, to: string): void {
    const path = join(this.folder, file);
    const before = readFileSync(path, "utf8");
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${from}`);
    writeFileSync(path, after);
  }

  /** Changes the settings of a stack: `{"service.imageTag": "1.0.0"}`; undefined removes one. */
  configure(stack: string, changes: Record<string, unknown>): void {
    const path = join(this.folder, `Pulumi.${stack}.yaml`);
    const file = parse(readFileSync(path, "utf8"));
    for (const [key, value] of Object.entries(changes)) {
      const [section = "", ...rest] = key.split(".");
      const keys = [`telehealth:${section}`, ...rest];
      const last = keys.pop() ?? "";
      const holder = keys.reduce((at, part) => at[part], file.config);
      if (value === undefined) Reflect.deleteProperty(holder, last);
      else holder[last] = value;
    }
    writeFileSync(path, stringify(file));
  }

  /** URNs of everything in the stack's state. */
  async state(stack: string): Promise<{ urn: string; type: string; inputs: any; outputs: any; protect?: boolean }[]> {
    const { stdout } = await this.pulumi("stack", "export", "--stack", stack);
    return JSON.parse(stdout).deployment.resources ?? [];
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
