import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { findCli } from "../setup/findCli";
import { runCli } from "../setup/runCli";
import { loopbackPastProxies } from "../shared/loopback";
import { bannerAdvice } from "../shared/npmBanner";
import { policyPackProof } from "../shared/policyPackProof";
import { nameOf, readStackFile } from "../shared/stackFile";
import { UsageError } from "../shared/usageError";
import { completeCommandLine } from "./commandLine";
import { copyConfig } from "./configCopy";
import { clearLeftovers, refuseFullDisk } from "./leftovers";
import { offlineEnvironment } from "./environment";
import { startProviders } from "./providers";
import { type OfflineState, prepareState, PROJECT, stateFileOf } from "./state";

const ROOT = join(__dirname, "..", "..");

/** Runs one Pulumi command against the offline AWS and answers with Pulumi's exit code. */
export async function main(typed: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const cli = findCli(ROOT, env);
  if (cli === undefined) throw new UsageError("There is no Pulumi CLI yet: run `node tools/setup`.");
  const advice = bannerAdvice(typed, env, process.stdout.isTTY);
  if (advice !== undefined) console.error(advice);
  // Tests and parallel experiments keep their state apart.
  const offline = env["TELEHEALTH_OFFLINE_DIR"] ?? join(ROOT, ".offline");
  const config = join(offline, "config");
  const { stack, needsStack, readsSettings, runsBesideCopy, args } = completeCommandLine(typed.map(absoluteFiles), {
    configFor: (name) => join(config, nameOf(name)),
    policyPack: join(ROOT, "policies"),
    policyConfig: join(ROOT, "stacks", "policies.json"),
    isTerminal: process.stdout.isTTY,
  });
  if (readsSettings) readStackFile(ROOT, stack, PROJECT);
  const kept = prepared(offline);
  if (readsSettings) copyConfig(ROOT, config, stack);
  for (const line of clearLeftovers(offline, stack)) console.error(line);
  // The CLI writes salts and settings beside the Pulumi.yaml it finds; the committed files are none of its business here.
  mkdirSync(config, { recursive: true });
  copyFileSync(join(ROOT, "Pulumi.yaml"), join(config, "Pulumi.yaml"));
  // The offline AWS is in this process, and calls the engine.
  Object.assign(process.env, loopbackPastProxies(env));
  const providers = await startProviders();
  const proof = policyPackProof();
  const pulumiEnv = { ...env, ...offlineEnvironment(kept, providers), ...proof.env };
  try {
    const exists = () => existsSync(stateFileOf(offline, stack));
    if (needsStack && !exists()) {
      const line = ["stack", "init", stack, "--no-select"];
      const create = (stderr?: "ignore") =>
        runCli(cli, line, { cwd: config, env: pulumiEnv, stdout: "ignore", ...(stderr && { stderr }) });
      // Another run may be faster, and then there is nothing to say; else the second try says what is wrong.
      if ((await create("ignore")) !== 0 && !exists()) {
        const created = await create();
        if (created !== 0 && !exists()) return created;
      }
    }
    if (runsBesideCopy) copyConfig(ROOT, config, stack);
    return await runCli(cli, args, { cwd: runsBesideCopy ? config : ROOT, env: pulumiEnv });
  } finally {
    proof.remove();
    await providers.stop();
  }
}

/** The folders of the offline AWS, as far as there is a disk to put them on. */
function prepared(folder: string): OfflineState {
  try {
    const state = prepareState(folder);
    refuseFullDisk(folder);
    return state;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new UsageError(
      `${folder} is not a writable folder (${reason}). Change that, or name another one by TELEHEALTH_OFFLINE_DIR.`,
    );
  }
}

/** `--file state.json` means a file where the user is, wherever the CLI is run. */
function absoluteFiles(word: string, index: number, words: readonly string[]): string {
  const here = process.env["INIT_CWD"] ?? process.cwd();
  const [, flag, file] = /^(--file=)(.+)$/.exec(word) ?? [];
  if (flag !== undefined && file !== undefined) return `${flag}${resolve(here, file)}`;
  return words[index - 1] === "--file" ? resolve(here, word) : word;
}
