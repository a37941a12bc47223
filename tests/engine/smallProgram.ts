import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { stringify } from "yaml";
import { offlineEnvironment } from "../../tools/offline/environment";
import { startProviders } from "../../tools/offline/providers";
import { prepareState, stateFileOf } from "../../tools/offline/state";
import { findCli } from "../../tools/setup/findCli";
import { type Kept, resourcesIn } from "./stateFile";

const ROOT = join(__dirname, "..", "..");
const PACK = ["--policy-pack", join(ROOT, "policies"), "--policy-pack-config"];

/** What every small program begins with. `guard()` is what the first lines of our index.ts do. */
const PRELUDE = `"use strict";
require("ts-node").register({ transpileOnly: true, project: ${JSON.stringify(join(ROOT, "tsconfig.json"))} });
const pulumi = require("@pulumi/pulumi");
const aws = require("@pulumi/aws");
const guard = () => require(${JSON.stringify(join(ROOT, "stacks", "guard"))}).guardEveryResource();
const pinned = { region: "us-east-1", allowedAccountIds: ["111122223333"] };
`;

export interface Ended {
  readonly code: number;
  readonly output: string;
}

export interface Choices {
  /** @default true */
  readonly pack?: boolean;
  /** The pack's configuration; a text is written as it is. */
  readonly settings?: unknown;
  readonly env?: NodeJS.ProcessEnv;
  /** More words for the line. */
  readonly words?: readonly string[];
}

/** A program of a few lines that the real engine runs on an offline AWS of its own: for one way round the rules at a time. */
export class SmallProgram {
  readonly folder = mkdtempSync(join(tmpdir(), "telehealth-small-"));

  constructor(private readonly stack = "prod") {
    symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"));
    writeFileSync(
      join(this.folder, "Pulumi.yaml"),
      stringify({ name: "telehealth", runtime: { name: "nodejs", options: { typescript: false } } }),
    );
    // The language host asks it what is required.
    writeFileSync(join(this.folder, "package.json"), JSON.stringify({ name: "small", main: "index.js" }));
    // Another default than Pulumi's would make a provider of its own beside ours.
    writeFileSync(
      join(this.folder, `Pulumi.${stack}.yaml`),
      stringify({ config: { "pulumi:disable-default-providers": ["aws"] } }),
    );
  }

  preview(source: string, choices: Choices = {}): Promise<Ended> {
    return this.run(source, ["preview"], choices);
  }

  up(source: string, choices: Choices = {}): Promise<Ended> {
    return this.run(source, ["up", "--yes", "--skip-preview"], choices);
  }

  /** Types of what is in the state now. */
  made(): readonly string[] {
    return this.state().map(({ type }) => type);
  }

  urns(): readonly string[] {
    return this.state().map(({ urn }) => urn);
  }

  private get stateFile(): string {
    return stateFileOf(join(this.folder, "offline"), this.stack);
  }

  private state(): readonly Kept[] {
    return resourcesIn(this.stateFile);
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async run(source: string, command: readonly string[], choices: Choices): Promise<Ended> {
    const { pack = true, settings = {}, env = {}, words = [] } = choices;
    writeFileSync(join(this.folder, "index.js"), `${PRELUDE}${source}\n`);
    const config = join(this.folder, "settings.json");
    writeFileSync(config, typeof settings === "string" ? settings : JSON.stringify(settings));
    const flags = ["--skip-plugin-pre-install", "--suppress-progress", ...words, ...(pack ? [...PACK, config] : [])];
    return this.pulumi([...command, ...flags], env);
  }

  /** `stack` goes with every command, since none is selected; the first one makes it. */
  async pulumi(words: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> {
    if (!existsSync(this.stateFile)) await this.cli(["stack", "init", this.stack, "--no-select"]);
    return this.cli([...words, "--stack", this.stack], more);
  }

  private async cli(line: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ended> {
    const cli = findCli(ROOT) ?? "pulumi";
    const providers = await startProviders();
    const home = join(this.folder, "offline");
    mkdirSync(home, { recursive: true });
    const env = {
      ...process.env,
      PATH: [dirname(cli), process.env["PATH"]].join(delimiter),
      ...offlineEnvironment(prepareState(home), providers),
      NO_COLOR: "1",
      ...more,
    };
    try {
      return await new Promise<Ended>((resolve) => {
        const child = spawn(cli, line, { cwd: this.folder, env, stdio: ["ignore", "pipe", "pipe"] });
        let output = "";
        for (const stream of [child.stdout, child.stderr])
          stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
        child.on("close", (code) => {
          resolve({ code: code ?? 1, output });
        });
      });
    } finally {
      await providers.stop();
    }
  }
}
