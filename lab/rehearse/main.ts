import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { z } from "zod";
import { main as offline } from "../../tools/offline/main";
import { countAll } from "../../tools/reports/quotas/count";
import { Fleet } from "../../tools/reports/quotas/fleet";
import { textOf } from "../../tools/reports/quotas/render";
import { grantedIn, projectOf } from "../../tools/reports/quotas/settings";
import { optionsUsage, readWords } from "../../tools/shared/options";
import { stateOf } from "../../tools/shared/stackSnapshot";
import { runTool } from "../../tools/shared/tool";
import { UsageError } from "../../tools/shared/usageError";

const ROOT = join(__dirname, "..", "..");
/** The account first: environments rely on what exists once. */
const STACKS = ["account", "dev", "staging", "prod"];
const OPTIONS = {
  destroy: z
    .boolean()
    .default(false)
    .describe("takes them down again afterwards, in the opposite order and the two steps of docs/real-aws.md"),
};
const USAGE = `npm run rehearse [-- --destroy] [stack ...]

Brings the stacks up on the offline AWS, one after the other: ${STACKS.join(", ")}, or those that are named.
Ends with AWS's quotas that they exceed together in one account, or come near to.
${optionsUsage(OPTIONS)}`;

const stackFile = z.looseObject({ config: z.record(z.string(), z.unknown()) });

interface Step {
  readonly what: string;
  readonly seconds: number;
  readonly code: number;
}

export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run: rehearse }, words);
}

/** Brings all stacks up offline, in the order that a real account needs, and stops at the first that fails. */
async function rehearse(words: readonly string[]): Promise<number> {
  const [named, { destroy }] = readWords(words, OPTIONS, USAGE);
  const wrong = named.filter((each) => !STACKS.includes(each));
  if (wrong.length > 0)
    throw new UsageError(`rehearse: ${wrong.join(", ")}: not a stack. Name any of ${STACKS.join(", ")}.`);
  const stacks = STACKS.filter((each) => named.length === 0 || named.includes(each));
  const steps: Step[] = [];
  const run = async (what: string, ...line: string[]) => {
    console.log(`\n── ${what}`);
    const started = Date.now();
    const code = await offline([...line, "--yes"]);
    steps.push({ what, seconds: (Date.now() - started) / 1000, code });
    return code === 0;
  };
  const all = async () => {
    for (const stack of stacks) if (!(await run(`up ${stack}`, "up", "--stack", stack, "--skip-preview"))) return;
    if (destroy) for (const stack of [...stacks].reverse()) if (!(await takeDown(stack, run))) return;
  };
  await all();
  console.log(`\n${steps.map(lineOf).join("\n")}`);
  if (steps.some(({ code }) => code !== 0)) return 1;
  return destroy || (await fitIntoOneAccount(stacks)) ? 0 : 1;
}

/** Says which of AWS's quotas the stacks exceed together, or soon will. */
async function fitIntoOneAccount(stacks: readonly string[]): Promise<boolean> {
  const states = await Promise.all(stacks.map((each) => stateOf(each, false)));
  const uses = countAll(new Fleet(states.filter((each) => each !== undefined)), grantedIn(ROOT, projectOf(ROOT)));
  console.log(`\n${textOf(uses, { stacks, all: false })}`);
  return uses.every(({ verdict }) => verdict !== "over");
}

const lineOf = ({ what, seconds, code }: Step) =>
  `${code === 0 ? "✔" : "✖"} ${what.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`;

type Run = (what: string, ...line: string[]) => Promise<boolean>;

/** First the protection goes, by an update of its own; only then can the stack. */
async function takeDown(stack: string, run: Run): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "telehealth-rehearsal-"));
  const config = join(folder, `Pulumi.${stack}.yaml`);
  const packConfig = join(folder, "policies.json");
  try {
    writeFileSync(config, stringify(unprotected(readFileSync(join(ROOT, `Pulumi.${stack}.yaml`), "utf8"))));
    writeFileSync(packConfig, JSON.stringify({ "pack-settings": { ephemeralStacks: [stack] } }));
    const here = ["--stack", stack, "--config-file", config];
    return (
      (await run(`unprotect ${stack}`, "up", ...here, "--skip-preview", "--policy-pack-config", packConfig)) &&
      (await run(`destroy ${stack}`, "destroy", ...here, "--skip-preview"))
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The stack's settings with its protection off, as docs/real-aws.md has an operator write them. */
function unprotected(yaml: string): unknown {
  const file = stackFile.parse(parse(yaml));
  const { config } = file;
  const [database, web] = [config["telehealth:database"], config["telehealth:web"]];
  // Patients' data may not be unprotected: it has become something else by now, and its site asks for a password.
  const wasPhi = config["telehealth:dataClass"] === "phi";
  return {
    ...file,
    config: {
      ...config,
      ...(wasPhi ? { "telehealth:dataClass": "anonymised" } : {}),
      ...(wasPhi && typeof web === "object"
        ? { "telehealth:web": { ...web, basicAuthUser: "rehearsal" }, "telehealth:webPassword": "rehearsal" }
        : {}),
      "telehealth:deletionProtection": false,
      ...(typeof database === "object"
        ? { "telehealth:database": { ...database, finalSnapshotSuffix: "rehearsal" } }
        : {}),
    },
  };
}
