import { writeFileSync } from "node:fs";
import { z } from "zod";
import { here, textOf } from "../shared/input";
import { optionsUsage, readOptions } from "../shared/options";
import { snapshotFrom, SOURCE_OPTIONS } from "../shared/stackSnapshot";
import { UsageError } from "../shared/usageError";
import type { Snapshot } from "../shared/snapshot/snapshot";
import type { CdkResource } from "./cdk/cdkResource";
import { readChoices } from "./cdk/choices";
import { importFile } from "./cdk/importFile";
import { listStacks } from "./cdk/listStacks";
import { migrationOf } from "./cdk/migration";
import { migrationText, replaces } from "./cdk/migrationText";
import { readResources, readTemplate, resourcesOf } from "./cdk/readStack";
import { type Calls, callsTo } from "./shared/calls";
import type { Operation } from "./shared/operation";

const OPTIONS = {
  "cfn-stack": z.string().optional().describe("the CloudFormation stacks to take over, with commas between them"),
  resources: z
    .string()
    .optional()
    .describe(
      "reads this instead: the output of `aws cloudformation list-stack-resources` or `describe-stack-resources`",
    ),
  template: z.string().optional().describe("with --resources: the stack's template, from cdk.out or `get-template`"),
  map: z.string().default("").describe("decides: LogicalId=name of the program's resource, or =none; commas between"),
  out: z.string().default("import.json").describe("the file for `pulumi import`  [import.json]"),
  stack: SOURCE_OPTIONS.stack.describe("the stack of ours that takes them over; it need not be deployed  [dev]"),
  real: SOURCE_OPTIONS.real,
  file: z.string().optional().describe("reads the preview from this: the output of `pulumi preview --json`"),
  "dry-run": z.boolean().default(false).describe("shows the AWS calls, makes none and writes nothing"),
};
const SUMMARY = "Writes the file with which Pulumi takes over what a CDK stack made, and says what is in the way.";
const USAGE = `npm run ops -- import-cdk [options]

${SUMMARY}
Nothing is changed, neither in AWS nor in Pulumi. Ends with 1 if something would be replaced or needs a decision.
${optionsUsage(OPTIONS)}`;

type Values = z.infer<z.ZodObject<typeof OPTIONS>>;

/** Its stack is not deployed yet, so unlike the other operations it is about a preview. */
export const importCdk: Operation = {
  name: "import-cdk",
  summary: SUMMARY,
  usage: USAGE,
  run: async (words) => {
    const values = readOptions(words, OPTIONS, USAGE);
    refuseBoth(values);
    const say = (line: string) => {
      console.log(line);
    };
    const { stack, real, file } = values;
    // A dry run has nothing to compare, so it needs no preview either.
    const calls = callsTo(say, values["dry-run"]);
    if (values["dry-run"] && values.resources === undefined) return dryRun(values, calls, say);
    const snapshot = await snapshotFrom({ stack, real, file, plan: true });
    return plan(values, snapshot, { calls, say });
  },
};

/** Everything behind the options; `calls` reach AWS only for `--cfn-stack`. */
async function plan(
  values: Values,
  snapshot: Snapshot,
  { calls, say }: { readonly calls: Calls; readonly say: (line: string) => void },
): Promise<number> {
  const live = await liveResources(values, calls, { region: regionOf(snapshot) });
  const choices = readChoices(values.map, live, snapshot);
  const migration = migrationOf(byStack(live), snapshot, choices);
  say(migrationText(migration, snapshot, values.out));
  if (!values["dry-run"] && migration.imported.length > 0) {
    writeFileSync(here(values.out), `${JSON.stringify(importFile(migration.imported, snapshot), null, 2)}\n`);
    say(`\n${values.out} is written.`);
  }
  const isInTheWay = migration.differences.some(replaces) || migration.left.some(({ isOpen }) => isOpen);
  return isInTheWay ? 1 : 0;
}

async function dryRun(values: Values, calls: Calls, say: (line: string) => void): Promise<number> {
  await liveResources(values, calls, { region: "us-east-1" });
  say(`would compare what they answer with the preview of ${values.stack}, and write ${values.out}`);
  return 0;
}

async function liveResources(values: Values, calls: Calls, client: { region: string }): Promise<CdkResource[]> {
  const { resources, template } = values;
  if (resources === undefined) return listStacks(stackNames(values), calls, client);
  const known = template === undefined ? undefined : readTemplate(textOf(template), template);
  return resourcesOf("", readResources(textOf(resources), resources), known);
}

function refuseBoth({ "cfn-stack": names, resources, template }: Values): void {
  if ((names === undefined) === (resources === undefined))
    throw new UsageError(
      "Write either --cfn-stack with the names of CloudFormation stacks, or --resources with a file.",
    );
  if (template !== undefined && resources === undefined)
    throw new UsageError("--template: with --cfn-stack the template is read from AWS. Leave it out.");
}

const stackNames = ({ "cfn-stack": names = "" }: Values) =>
  names
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");

const byStack = (live: readonly CdkResource[]) =>
  [...new Set(live.map(({ stack }) => stack))].map(
    (name) => new Map(live.filter(({ stack }) => stack === name).map((each) => [each.logicalId, each] as const)),
  );

/** The region of the program's provider. */
function regionOf({ resources, stack }: Snapshot): string {
  const region = resources.find(({ type }) => type === "pulumi:providers:aws")?.inputs["region"];
  if (typeof region === "string") return region;
  throw new UsageError(`${stack}: its preview names no region, so it is not a stack of this program.`);
}
