import { join } from "node:path";
import { z } from "zod";
import { optionsUsage, readOptions } from "../../shared/options";
import { SOURCE_OPTIONS, stateOf } from "../../shared/stackSnapshot";
import { runTool } from "../../shared/tool";
import { UsageError } from "../../shared/usageError";
import type { Snapshot } from "../../shared/snapshot/snapshot";
import { currentDay } from "../../shared/currentDay";
import { examine } from "./checks/families";
import { type Symptom, SYMPTOM_NAMES, SYMPTOMS } from "./explain/symptoms";
import { readDeployed } from "./facts/deployed";
import { gatherFacts } from "./facts/gather";
import { type Diagnosis, isWrong, jsonOfDiagnosis, textOfDiagnosis } from "./render";

const ROOT = join(__dirname, "..", "..", "..");
const FORMATS = { text: textOfDiagnosis, json: jsonOfDiagnosis };

const OPTIONS = {
  stack: SOURCE_OPTIONS.stack.describe("the stack that it is about  [dev]"),
  real: SOURCE_OPTIONS.real.describe(
    "the stack on AWS, with your backend and credentials; without it, on the offline AWS",
  ),
  file: SOURCE_OPTIONS.file.describe(
    "takes what is deployed from the output of `pulumi stack export`; - for standard input",
  ),
  explain: z
    .enum(SYMPTOM_NAMES)
    .optional()
    .describe(`walks through all that it needs instead: ${SYMPTOM_NAMES.join(", ")}`),
  format: z.enum(["text", "json"]).default("text").describe("text or json  [text]"),
  today: z.iso.date().default(currentDay).describe("the day exemptions are measured by, as YYYY-MM-DD  [today]"),
};

const USAGE = `npm run doctor -- [options]

Checks the set-up, the settings, the backend, the credentials and what is deployed, and says what to type. It changes
nothing, and asks AWS only with --real. Ends with 1 if anything is wrong (✖); ? is what nothing here can tell.
${optionsUsage(OPTIONS)}`;

type Choice = z.infer<z.ZodObject<typeof OPTIONS>>;

export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run }, words);
}

async function run(words: readonly string[]): Promise<number> {
  const choice = readOptions(words, OPTIONS, USAGE);
  const diagnosis = await (choice.explain === undefined ? checkUp(choice) : explain(choice.explain, choice));
  process.stdout.write(FORMATS[choice.format](diagnosis));
  return isWrong(diagnosis.sections) ? 1 : 0;
}

async function checkUp({ stack, real, file, today }: Choice): Promise<Diagnosis> {
  const facts = await gatherFacts(ROOT, { stack, real, file, today });
  return { stack: facts.stack, sections: examine(facts), commands: [] };
}

/** An explanation needs what is deployed and nothing else. */
async function explain(symptom: Symptom, { stack, real, file }: Choice): Promise<Diagnosis> {
  const deployed = file === undefined ? await stateOf(stack, real) : readDeployed(file);
  return explainDeployed(symptom, stack, deployed);
}

function explainDeployed(symptom: Symptom, stack: string, snapshot: Snapshot | undefined): Diagnosis {
  if (snapshot === undefined)
    throw new UsageError(
      `${stack} is not deployed, so there is nothing to explain. Run \`npm start -- up --stack ${stack} --yes\` for the offline AWS; ` +
        `add --real for your own, after \`npm run up -- --stack ${stack}\`.`,
    );
  const { title, links, commands } = SYMPTOMS[symptom];
  return {
    stack: snapshot.stack,
    sections: [{ title: `${title} (${snapshot.stack})`, findings: links(snapshot) }],
    commands: commands(snapshot),
  };
}
