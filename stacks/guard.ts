import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import type * as Program from "../policies/program";

/** Compiled, as the pack is: compiling some hundred rules at every start would take seconds. */
const RULES = join(__dirname, "..", "policies", "bin", "program.js");
/** The same settings and exemptions that the npm scripts pass to the pack. */
const SETTINGS = join(__dirname, "policies.json");
/** Set by the npm scripts where they pass the pack to the command: it judges the same resources, and more. */
const PASSED = "TELEHEALTH_POLICY_PACK";

/** What the program exits with when the user has been told what is wrong; with any other code Pulumi adds its own words. */
const ALREADY_REPORTED = 32;

const settingsSchema = z.object({
  "pack-settings": z
    .object({ ephemeralStacks: z.array(z.string()), exemptions: z.array(z.unknown()) })
    .partial()
    .optional(),
});

type Described = Parameters<Program.Guard["findings"]>[0];

/**
 * Has every resource of the program judged before it is created or changed, so that a `pulumi up` without the policy pack
 * is stopped too. A preview lists every finding and fails; an update does not make the resource. Nothing is ever changed, and
 * secrets stay what they are. Rules about several resources need the pack.
 */
export function guardEveryResource(env: NodeJS.ProcessEnv = process.env): void {
  if (env[PASSED] === "passed") return;
  const { Guard, pack } = loadRules();
  const guard = new Guard(pack, readSettings());
  const providers = new Map<string, Described>();
  pulumi.runtime.registerResourceTransform(async (args) => {
    const described = await describe(args, providers);
    if (described.type.startsWith("pulumi:providers:")) providers.set(described.urn, described);
    const findings = guard.findings(described);
    if (findings.length > 0) await refuse(findings);
    return undefined;
  });
}

/**
 * A preview goes on, so that it lists every finding, and fails at its end. An update ends here: what is under way in AWS is
 * completed and recorded by the engine, the resource at fault and whatever comes after it is not made.
 */
async function refuse(findings: readonly string[]): Promise<void> {
  if (pulumi.runtime.isDryRun()) {
    for (const each of findings)
      // Outside of any promise: it fails the run without stopping the program, and is printed without a stack trace.
      setImmediate(() => {
        throw new pulumi.RunError(each);
      });
    return;
  }
  for (const each of findings) await pulumi.log.error(each);
  process.exit(ALREADY_REPORTED);
}

function loadRules(): typeof Program {
  if (!existsSync(RULES)) throw new Error("The policies are not compiled yet. Run `node tools/setup` once.");
  const load: (file: string) => unknown = createRequire(__filename);
  const loaded = load(RULES);
  if (!isProgram(loaded)) throw new Error("policies/bin/ is out of date. Run `node tools/setup`.");
  return loaded;
}

function isProgram(loaded: unknown): loaded is typeof Program {
  return typeof loaded === "object" && loaded !== null && "Guard" in loaded && "pack" in loaded;
}

function readSettings() {
  const written: unknown = existsSync(SETTINGS) ? JSON.parse(readFileSync(SETTINGS, "utf8")) : {};
  const { ephemeralStacks, exemptions } = settingsSchema.parse(written)["pack-settings"] ?? {};
  return { ...(ephemeralStacks && { ephemeralStacks }), ...(exemptions && { exemptions }) };
}

async function describe(
  { type, name, props, opts }: pulumi.ResourceTransformArgs,
  providers: ReadonlyMap<string, Described>,
): Promise<Described> {
  const parent = await urnOf(opts.parent);
  const provider = providers.get((await urnOf(opts.provider)) ?? "");
  const { protect, ignoreChanges, retainOnDelete, deleteBeforeReplace, additionalSecretOutputs }: Options = opts;
  const options = { protect, ignoreChanges, retainOnDelete, deleteBeforeReplace, additionalSecretOutputs, parent };
  return {
    type,
    name,
    urn: urnIn(parent, type, name),
    // As it goes to the engine: what is not known yet has a value of its own there.
    props: await pulumi.runtime.serializeProperties(name, props),
    opts: defined(options),
    ...(provider && { provider }),
  };
}

type Options = pulumi.CustomResourceOptions;

function urnOf(resource: pulumi.Resource | undefined): Promise<string | undefined> {
  if (resource === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => resource.urn.apply(resolve));
}

/** The types of its components stand before its own, except the stack's. */
function urnIn(parent: string | undefined, type: string, name: string): string {
  const above = parent?.split("::")[2] ?? "pulumi:pulumi:Stack";
  const qualified = above === "pulumi:pulumi:Stack" ? type : `${above}$${type}`;
  return `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::${qualified}::${name}`;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the fields that are undefined. */
function defined<T extends object>(fields: T): Defined<T> {
  const isGiven = (given: object): given is Defined<T> => Object.values(given).every((each) => each !== undefined);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return isGiven(given) ? given : {};
}
