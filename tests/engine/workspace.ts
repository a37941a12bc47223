import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parse, stringify } from "yaml";
import { stateFileOf } from "../../tools/offline/state";
import { deployed } from "./deployed";
import { type Kept, resourcesIn } from "./stateFile";

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
  private readonly undoing: (() => void)[] = [];

  constructor() {
    cpSync(ROOT, this.folder, { recursive: true, filter: (source) => !NOT_COPIED.has(basename(source)) });
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
  }

  /** One Pulumi command on the offline AWS. */
  pulumi(...args: string[]): Promise<Run> {
    return this.run(process.execPath, join(this.folder, "tools", "run"), "start", ...args);
  }

  /** One of our own commands: `tool("ops", "migrate")` is `npm run ops -- migrate`. */
  tool(...words: string[]): Promise<Run> {
    return this.run(process.execPath, join(this.folder, "tools", "run"), ...words);
  }

  /** One Pulumi command as the README has it: `npm run --silent start -- ...`. */
  npmStart(...args: string[]): Promise<Run> {
    return this.run("npm", "run", "--silent", "start", "--", ...args);
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
    const before = existsSync(path) ? readFileSync(path) : undefined;
    this.undoing.push(() => {
      if (before === undefined) rmSync(path);
      else writeFileSync(path, before);
    });
    writeFileSync(path, text);
    return path;
  }

  remove(file: string): void {
    const [path, aside] = [join(this.folder, file), join(this.folder, `removed-${this.undoing.length}`)];
    renameSync(path, aside);
    this.undoing.push(() => {
      renameSync(aside, path);
    });
  }

  /** Takes back what was changed, added and removed, the last change first, and all stacks: a copy takes longer. */
  undo(): void {
    for (const step of this.undoing.splice(0).reverse()) step();
    for (const state of [".offline", "bare-state"]) rmSync(join(this.folder, state), { recursive: true, force: true });
  }

  /** Changes a source file, and insists that there was something to change. */
  edit(file: string, from: string | RegExp, to: string): void {
    const path = join(this.folder, file);
    const before = readFileSync(path, "utf8");
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${from}`);
    this.write(file, after);
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
    this.write(`Pulumi.${stack}.yaml`, stringify(file));
  }

  /** Everything in the stack's state. */
  state(stack: string): readonly Kept[] {
    return resourcesIn(stateFileOf(join(this.folder, ".offline"), stack));
  }

  /** Begins with stacks that another test has deployed. */
  async adopt(...stacks: readonly string[]): Promise<void> {
    for (const stack of stacks)
      cpSync((await deployed(stack)).offline, join(this.folder, ".offline"), { recursive: true });
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
