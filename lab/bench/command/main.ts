import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { copyConfig } from "../../../tools/offline/configCopy";
import { offlineEnvironment } from "../../../tools/offline/environment";
import { startProviders } from "../../../tools/offline/providers";
import { prepareState } from "../../../tools/offline/state";
import { findCli } from "../../../tools/setup/findCli";
import { runCli } from "../../../tools/setup/runCli";
import { policyPackProof } from "../../../tools/shared/policyPackProof";
import { unguardedProgram } from "../../../tools/shared/unguardedProgram";

const ROOT = join(__dirname, "..", "..", "..");

/**
 * What `npm start` does, for the program in any folder and with any policy pack, or none: `-`. What is compared
 * differs in the program and the pack alone, never in the offline AWS.
 */
export async function main([program, pack, folder, stack, ...args]: readonly string[]): Promise<number> {
  const cli = findCli(ROOT);
  if (cli === undefined || program === undefined || folder === undefined || stack === undefined)
    throw new Error(
      "It takes a program, a policy pack or -, a folder for the state, a stack and a command of Pulumi, or init.",
    );
  const state = prepareState(folder, true);
  mkdirSync(join(folder, "config"), { recursive: true });
  // The CLI writes salts beside the Pulumi.yaml it finds.
  copyFileSync(join(ROOT, "Pulumi.yaml"), join(folder, "config", "Pulumi.yaml"));
  const config = copyConfig(ROOT, join(folder, "config"), stack);
  const providers = await startProviders();
  const proof = policyPackProof();
  const env = {
    ...process.env,
    ...offlineEnvironment(state, providers),
    ...proof.env,
  };
  const judged =
    pack === "-" ? [] : ["--policy-pack", pack ?? "", "--policy-pack-config", join(ROOT, "stacks", "policies.json")];
  // Without a pack the guard of the program would judge; here the program is measured alone.
  const measured = pack === "-" ? unguardedProgram(program, join(folder, "program")) : program;
  const runs = args[0] !== "init";
  const line = runs
    ? [
        ...args,
        ...["--stack", stack, "--config-file", config, "--skip-plugin-pre-install", "--suppress-progress"],
        ...judged,
      ]
    : ["stack", "init", stack, "--no-select"];
  try {
    return await runCli(cli, line, { cwd: runs ? measured : join(folder, "config"), env });
  } finally {
    proof.remove();
    await providers.stop();
  }
}
