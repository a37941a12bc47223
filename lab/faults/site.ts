import { spawn } from "node:child_process";
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, delimiter, join } from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { copyConfig } from "../../tools/offline/configCopy";
import { findCli } from "../../tools/setup/findCli";
import { offlineEnvironment } from "../../tools/offline/environment";
import { type OfflineState, prepareState, stateFileOf } from "../../tools/offline/state";
import { unguardedProgram } from "../../tools/shared/unguardedProgram";
import { leftProcesses } from "./leftProcesses";
import type { Ledger } from "./ledger";
import type { Hooks } from "./watchedProviders";
import { startWatchedProviders } from "./watchedProviders";

const ROOT = join(__dirname, "..", "..");
/** Commands that are told which settings to use; the others find them beside the Pulumi.yaml they are run at. */
const WITH_CONFIG = new Set(["up", "refresh", "destroy"]);
const settings = z.looseObject({ config: z.record(z.string(), z.unknown()) });

export interface Finished {
  /** 137 after a kill, as a shell has it. */
  readonly code: number;
  /** Both streams. */
  readonly output: string;
}

/** One command under way. */
export interface Running {
  readonly finished: Promise<Finished>;
  /** kill -9 */
  kill(): void;
}

/** A folder with a stack's state and settings, on which the real engine is run. */
export class Site {
  private readonly state: OfflineState;

  private constructor(
    readonly folder: string,
    private readonly stack: string,
  ) {
    this.state = prepareState(folder);
  }

  /** A stack in which nothing has been made yet. */
  static async create(folder: string, stack: string, ledger: Ledger): Promise<Site> {
    const site = new Site(folder, stack);
    copyConfig(ROOT, join(folder, "config"), stack);
    copyFileSync(join(ROOT, "Pulumi.yaml"), join(folder, "config", "Pulumi.yaml"));
    const made = await site.run(["stack", "init", stack, "--no-select"], ledger);
    if (made.code !== 0) throw new Error(`The stack could not be created:\n${made.output}`);
    return site;
  }

  /** The same in another folder, so that the next run finds it as it is now. */
  copyTo(folder: string): Site {
    cpSync(this.folder, folder, { recursive: true });
    return new Site(folder, this.stack);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What still runs after a kill, and would go on for ever. */
  leftProcesses(): Promise<readonly number[]> {
    return leftProcesses(this.state.home);
  }

  get stateFile(): string {
    return stateFileOf(this.folder, this.stack);
  }

  private get configFile(): string {
    return join(this.folder, "config", `Pulumi.${this.stack}.yaml`);
  }

  configure(changes: Readonly<Record<string, unknown>>): void {
    const file = settings.parse(parse(readFileSync(this.configFile, "utf8")));
    writeFileSync(this.configFile, stringify({ ...file, config: { ...file.config, ...changes } }));
  }

  async run(words: readonly string[], ledger: Ledger, hooks: Hooks = {}): Promise<Finished> {
    return (await this.start(words, ledger, hooks)).finished;
  }

  /** Starts one Pulumi command on an AWS that is what the ledger says. */
  async start(words: readonly string[], ledger: Ledger, hooks: Hooks = {}): Promise<Running> {
    const cli = findCli(ROOT);
    if (cli === undefined) throw new Error("There is no Pulumi CLI yet: run `node tools/setup`.");
    const providers = await startWatchedProviders(ledger, hooks);
    const [command = ""] = words;
    const runsProgram = WITH_CONFIG.has(command);
    const child = spawn(cli, [...words, ...this.flags(words)], {
      cwd: runsProgram ? unguardedProgram(ROOT, join(this.folder, "program")) : join(this.folder, "config"),
      env: {
        ...process.env,
        PATH: `${dirname(cli)}${delimiter}${process.env["PATH"] ?? ""}`,
        NO_COLOR: "1",
        ...offlineEnvironment(this.state, providers),
      },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const kill = () => {
      if (child.exitCode === null) child.kill("SIGKILL");
    };
    // Before anything else is done at the end: a folder that is removed must not be written to.
    process.prependOnceListener("exit", kill);
    let output = "";
    const add = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on("data", add);
    child.stderr.on("data", add);
    const ended = new Promise<number>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code) => {
        resolve(code ?? 137);
      });
    });
    const finish = async () => {
      try {
        const code = await ended;
        return { code, output };
      } finally {
        process.off("exit", kill);
        await providers.stop();
      }
    };
    return { finished: finish(), kill };
  }

  private flags([command = "", what = ""]: readonly string[]): readonly string[] {
    // `stack init` is told the name itself.
    if (what === "init") return [];
    const stack = ["--stack", this.stack];
    if (!WITH_CONFIG.has(command)) return stack;
    return [...stack, "--config-file", this.configFile, "--skip-plugin-pre-install", "--suppress-progress"];
  }
}
