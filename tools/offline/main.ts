import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { findCli } from "../setup/findCli";
import { completeCommandLine } from "./commandLine";
import { copyConfig } from "./configCopy";
import { startProviders } from "./providers";

const ROOT = join(__dirname, "..", "..");
const PROJECT = "telehealth";
/** Opens the offline state only, which holds nothing real. */
const PASSPHRASE = "offline";

/** Runs one Pulumi command against the offline AWS and answers with Pulumi's exit code. */
export async function main(typed: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const cli = findCli(ROOT, env);
  if (cli === undefined) throw new Error("There is no Pulumi CLI yet: run `node tools/setup`.");
  // Tests and parallel experiments keep their state apart.
  const offline = env["TELEHEALTH_OFFLINE_DIR"] ?? join(ROOT, ".offline");
  const config = join(offline, "config");
  const state = join(offline, "state");
  mkdirSync(config, { recursive: true });
  mkdirSync(state, { recursive: true });

  const { stack, needsStack, args } = completeCommandLine(typed, {
    configFor: (name) => copyConfig(ROOT, config, name),
    policyPack: join(ROOT, "policies"),
    isTerminal: process.stdout.isTTY,
  });
  const providers = await startProviders();
  const pulumiEnv = {
    ...env,
    PATH: `${dirname(cli)}${delimiter}${env["PATH"] ?? ""}`,
    PULUMI_BACKEND_URL: `file://${state}`,
    PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
    PULUMI_CONFIG_PASSPHRASE_FILE: "",
    PULUMI_DEBUG_PROVIDERS: providers.debugProviders,
    PULUMI_SKIP_UPDATE_CHECK: "true",
  };
  try {
    if (needsStack && !existsSync(join(state, ".pulumi", "stacks", PROJECT, `${stack}.json`))) {
      // From the copies' folder: `stack init` writes the salt of the passphrase beside the Pulumi.yaml it finds.
      copyFileSync(join(ROOT, "Pulumi.yaml"), join(config, "Pulumi.yaml"));
      const created = await pulumi(cli, ["stack", "init", stack, "--no-select", "--cwd", config], pulumiEnv, "ignore");
      if (created !== 0) return created;
    }
    return await pulumi(cli, args, pulumiEnv, "inherit");
  } finally {
    await providers.stop();
  }
}

/** The CLI gets the terminal's Ctrl-C itself, so this process waits for it to finish its work. */
function pulumi(
  cli: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  stdout: "ignore" | "inherit",
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(cli, args, { cwd: ROOT, env, stdio: ["inherit", stdout, "inherit"] });
    const forward = (signal: NodeJS.Signals) => child.kill(signal);
    const wait = () => undefined;
    process.on("SIGINT", wait);
    process.on("SIGTERM", forward);
    child.on("error", reject);
    child.on("close", (code, signal) => {
      process.off("SIGINT", wait);
      process.off("SIGTERM", forward);
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal]));
    });
  });
}
