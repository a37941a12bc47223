import { spawn } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { startProviders } from "../../tools/offline/providers";
import { PROJECT } from "../../tools/offline/state";
import { findCli } from "../../tools/setup/findCli";
import { copyConfig } from "../../tools/offline/configCopy";
import type { Run, Workspace } from "./workspace";

const ROOT = join(__dirname, "..", "..");
const SCREEN = 4000;

/**
 * A Pulumi command as somebody types it who knows nothing of this project's scripts: no policy pack, no settings of it.
 * Only the AWS behind it is the offline one.
 */
export async function bareCommand(workspace: Workspace, stack: string, ...args: string[]): Promise<Run> {
  const cli = findCli(ROOT) ?? "pulumi";
  const state = join(workspace.folder, "bare-state");
  mkdirSync(state, { recursive: true });
  const config = copyConfig(workspace.folder, join(workspace.folder, "bare-config"), stack);
  const providers = await startProviders();
  const env = {
    ...process.env,
    NO_COLOR: "1",
    PATH: `${dirname(cli)}:${process.env["PATH"] ?? ""}`,
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE: "offline",
    PULUMI_DEBUG_PROVIDERS: providers.debugProviders,
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  const run = (line: readonly string[]) =>
    new Promise<Run>((resolve) => {
      const child = spawn(cli, line, { cwd: workspace.folder, env, stdio: ["ignore", "pipe", "pipe"] });
      let stdout = "";
      let output = "";
      child.stdout.on("data", (chunk: Buffer) => {
        stdout += chunk.toString();
        output += chunk.toString();
      });
      child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
      child.on("close", (code) => {
        resolve({ code: code ?? 1, stdout, output, end: output.slice(-SCREEN) });
      });
    });
  try {
    if (!existsSync(join(state, ".pulumi", "stacks", PROJECT, `${stack}.json`)))
      await run(["stack", "init", stack, "--no-select"]);
    const offline = WITH_CONFIG.has(args[0] ?? "") ? ["--config-file", config, "--skip-plugin-pre-install"] : [];
    return await run([...args, "--stack", stack, ...offline]);
  } finally {
    await providers.stop();
  }
}

const WITH_CONFIG = new Set(["preview", "up", "destroy", "refresh"]);
