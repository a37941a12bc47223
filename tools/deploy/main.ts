import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { loopbackPastProxies } from "../shared/loopback";
import { bannerAdvice } from "../shared/npmBanner";
import { policyPackProof } from "../shared/policyPackProof";
import { JUDGED, readCliLine, stackOf } from "../shared/cliLine";
import { readSettings } from "../shared/policySettings";
import { readStackFile } from "../shared/stackFile";
import { UsageError } from "../shared/usageError";
import { PROJECT } from "../offline/state";
import { findCli } from "../setup/findCli";
import { runCli } from "../setup/runCli";
import { adviceAfter, bringsResources, refusalIn, refusalOf } from "./unjudged";
import { withPolicies } from "./withPolicies";

const ROOT = join(__dirname, "..", "..");
/** Commands that read the settings of the stack. */
const RUNS: ReadonlySet<string | undefined> = new Set([...JUDGED, "refresh", "destroy", "import"]);

/** Runs one Pulumi command with your credentials and backend, and answers with Pulumi's exit code. */
export async function main(typed: readonly string[]): Promise<number> {
  const cli = findCli(ROOT);
  if (cli === undefined) throw new UsageError("There is no Pulumi CLI yet: run `node tools/setup`.");
  const banner = bannerAdvice(typed, process.env, process.stdout.isTTY);
  if (banner !== undefined) console.error(banner);
  const line = readCliLine(typed);
  const { ephemeralStacks = [] } = readSettings(join(ROOT, "stacks", "policies.json"));
  const refusal = refusalIn(process.env) ?? refusalOf(line, ephemeralStacks);
  if (refusal !== undefined) throw new UsageError(`${refusal}.`);
  const stack = stackOf(line);
  if (stack !== undefined && RUNS.has(line.command) && line.valueOf("--config-file") === undefined)
    readStackFile(ROOT, stack, PROJECT);
  const proof = policyPackProof();
  try {
    const code = await runCli(cli, withPolicies(ROOT, line), {
      cwd: ROOT,
      env: { ...process.env, ...loopbackPastProxies(process.env), ...proof.env },
    });
    if (code !== 0) return code;
  } finally {
    proof.remove();
  }
  const advice = adviceAfter(line);
  if (advice !== undefined) console.error(advice);
  return bringsResources(line) ? judgeState(stack) : 0;
}

/** Says what the rules find in what was brought in. It is in AWS as it is: the findings are work to do, and no failure. */
function judgeState(stack: string | undefined): number {
  if (stack === undefined) {
    console.error("No rule has judged the imported resources: `npm run policy:report -- --real --stack <stack>` does.");
    return 0;
  }
  // A process of its own: loading every rule would cost each other command seconds.
  const report = [join(ROOT, "tools", "run"), "policy:report", "--stack", stack, "--real"];
  spawnSync(process.execPath, report, { cwd: ROOT, stdio: "inherit" });
  return 0;
}
