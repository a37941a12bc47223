import { join } from "node:path";
import { z } from "zod";
import { optionsUsage, readOptions } from "../../shared/options";
import { previewOf } from "../../shared/stackSnapshot";
import { runTool } from "../../shared/tool";
import { UsageError } from "../../shared/usageError";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { readLimits, serviceQuotas } from "./account";
import { countAll, type Granted } from "./count";
import { Fleet } from "./fleet";
import { textOf } from "./render";
import { grantedIn, projectOf, stacksIn } from "./settings";

const ROOT = join(__dirname, "..", "..", "..");

const OPTIONS = {
  add: z.string().optional().describe("counts one more environment of that stack's size, such as prod"),
  all: z.boolean().default(false).describe("lists the quotas that are within their limits as well"),
  real: z
    .boolean()
    .default(false)
    .describe("takes the limits that Service Quotas says your account has, with your credentials"),
  format: z.enum(["text", "json"]).default("text").describe("text or json  [text]"),
};

const USAGE = `npm run quotas -- [options]

Counts what all stacks would have in one AWS account against AWS's quotas, before the first \`up\`. Ends with 1 if one is
exceeded.
${optionsUsage(OPTIONS)}`;

export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run }, words);
}

async function run(words: readonly string[]): Promise<number> {
  const { add, all, real, format } = readOptions(words, OPTIONS, USAGE);
  const stacks = stacksIn(ROOT);
  if (add !== undefined && !stacks.includes(add))
    throw new UsageError(`--add ${add}: there is no Pulumi.${add}.yaml. Write one of ${stacks.join(", ")}.`);
  const snapshots = await plans(stacks);
  const more = snapshots
    .filter(({ stack }) => stack === add)
    .map((each) => ({ ...each, stack: `another ${each.stack}` }));
  const uses = countAll(
    new Fleet([...snapshots, ...more]),
    real ? await limitsOf(regionOf(snapshots)) : grantedIn(ROOT, projectOf(ROOT)),
  );
  const named = [...stacks, ...more.map(({ stack }) => stack)];
  console.log(format === "json" ? JSON.stringify(uses, null, 2) : textOf(uses, { stacks: named, all }));
  return uses.some(({ verdict }) => verdict === "over") ? 1 : 0;
}

/** What each stack would have, as its settings stand now; the offline AWS plans it. */
export async function plans(stacks: readonly string[]): Promise<Snapshot[]> {
  const snapshots: Snapshot[] = [];
  for (const [index, stack] of stacks.entries()) {
    console.error(`counting ${stack} (${String(index + 1)} of ${String(stacks.length)}) ...`);
    snapshots.push(await previewOf(stack));
  }
  return snapshots;
}

/** What Service Quotas says; a problem ends the command. */
async function limitsOf(region: string): Promise<Granted> {
  const { ask, close } = serviceQuotas(region);
  const limits = await readLimits(ask, tell);
  close();
  if ("problem" in limits) throw new UsageError(`Service Quotas did not answer (${limits.problem}).`);
  return limits.granted;
}

/** Says every tenth question, so that a minute of them is no silence. */
export function tell(done: number, all: number): void {
  if (done % 10 === 0) console.error(`asking Service Quotas (${String(done)} of ${String(all)}) ...`);
}

function regionOf(snapshots: readonly Snapshot[]): string {
  const providers = snapshots.flatMap(({ resources }) =>
    resources.filter(({ type }) => type === "pulumi:providers:aws"),
  );
  const region = providers[0]?.inputs["region"];
  return typeof region === "string" ? region : "us-east-1";
}
