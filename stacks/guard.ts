import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import type * as Program from "../policies/program";
import { loadCompiled } from "./compiledPolicies";
import { refuseForeignPackages, refusePluginFrom, refusePluginIn } from "./foreignPackages";
import { tellMade } from "./monitor";

/** The same settings and exemptions that the npm scripts pass to the pack. */
const SETTINGS = join(__dirname, "policies.json");

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
 *
 * Where the pack shows that it judges this very command, it sees the same resources, and more: then only what no pack is told
 * of is looked at here.
 */
export function guardEveryResource(env: NodeJS.ProcessEnv = process.env): void {
  const callbacks = pulumi.runtime.getCallbacks();
  if (callbacks === undefined) throw new Error("This program is run by the Pulumi CLI.");
  refuseHooks(callbacks);
  refuseEarlierTransforms(callbacks);
  let loaded: Program.Guard | undefined;
  const guard = () => (loaded ??= loadGuard());
  refuseForeignPackages((name) => guard().allowsPackage(name, pulumi.getStack()));
  tellMade((urn, id) => {
    loaded?.made(urn, id);
  });
  const { isProven } = loadCompiled("engine/proof");
  const isJudged = isProven(env["PULUMI_NODEJS_ENGINE"], env);
  const providers = new Map<string, Described>();
  pulumi.runtime.registerResourceTransform(async (args) => {
    refuseForeignPlugin(args);
    if (isJudged) return undefined;
    const described = await describe(args, providers);
    if (described.type.startsWith("pulumi:providers:")) providers.set(described.urn, described);
    const findings = guard().findings(described);
    if (findings.length > 0) await refuse(findings);
    return undefined;
  });
  refuseLaterTransforms(callbacks);
}

function loadGuard(): Program.Guard {
  const { Guard, pack } = loadCompiled("program");
  return new Guard(pack, readSettings(), { isUpdate: () => !pulumi.runtime.isDryRun() });
}

type Callbacks = NonNullable<ReturnType<typeof pulumi.runtime.getCallbacks>>;

/** What a transform of the resource itself has written comes after the program's own calls, which are looked at already. */
function refuseForeignPlugin({ type, props, opts }: pulumi.ResourceTransformArgs): void {
  const { pluginDownloadURL = "" }: { pluginDownloadURL?: string } = opts;
  refusePluginFrom(pluginDownloadURL, type);
  refusePluginIn(type, props);
}

/** A hook is code that runs between what was judged and what is made, and what it does no rule sees. */
function refuseHooks(callbacks: Callbacks): void {
  const refuseHook = () => {
    throw new pulumi.RunError(
      "Resource hooks run code that no rule can judge. Make what they do a resource, or a step of the pipeline",
    );
  };
  callbacks.registerResourceHook = refuseHook;
  callbacks.registerErrorHook = refuseHook;
}

/**
 * The engine runs the stack's transforms in the order in which they reach it, so the guard's must be the last, and those of
 * functions are not judged at all. What was registered before may have reached the engine, or be under way to it.
 */
function refuseEarlierTransforms(callbacks: Callbacks): void {
  const { _pendingRegistrations: pending, _callbacks: registered } = privately(callbacks);
  if (pending !== 0 || !(registered instanceof Map) || registered.size > 0)
    throw new pulumi.RunError(TRANSFORM_OF_STACK);
}

/** The SDK keeps to itself what is registered, and how much is under way; undefined would mean that it counts otherwise. */
function privately(callbacks: object): { readonly _pendingRegistrations?: unknown; readonly _callbacks?: unknown } {
  return callbacks;
}

/** What a later transform of the stack changes, the guard would not see. */
function refuseLaterTransforms(callbacks: Callbacks): void {
  const refuseTransform = () => {
    throw new pulumi.RunError(TRANSFORM_OF_STACK);
  };
  callbacks.registerStackTransform = refuseTransform;
  // What it would change is asked by no rule, but by `stacks/foreignPackages.ts` before.
  callbacks.registerStackInvokeTransform = refuseTransform;
  callbacks.registerStackInvokeTransformAsync = refuseTransform;
}

const TRANSFORM_OF_STACK =
  "A transform of the whole stack could change what the guard has judged. Give it to the resource or component that it is for, in `transforms`";

/**
 * A preview goes on, so that it lists every finding, and fails at its end. An update ends here: what is under way in AWS is
 * completed and recorded by the engine, the resource at fault and whatever comes after it is not made.
 */
async function refuse(findings: readonly string[]): Promise<void> {
  if (pulumi.runtime.isDryRun()) {
    for (const finding of findings)
      // Outside of any promise: it fails the run without stopping the program, and is printed without a stack trace.
      setImmediate(() => {
        throw new pulumi.RunError(finding);
      });
    return;
  }
  for (const finding of findings) await pulumi.log.error(finding);
  process.exit(ALREADY_REPORTED);
}

function readSettings() {
  const written: unknown = existsSync(SETTINGS) ? JSON.parse(readFileSync(SETTINGS, "utf8")) : {};
  const { ephemeralStacks, exemptions } = settingsSchema.parse(written)["pack-settings"] ?? {};
  return { ...(ephemeralStacks && { ephemeralStacks }), ...(exemptions && { exemptions }) };
}

async function describe(
  { type, name, custom, props, opts }: pulumi.ResourceTransformArgs,
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
    custom,
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
  const isGiven = (given: object): given is Defined<T> => Object.values(given).every((value) => value !== undefined);
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return isGiven(given) ? given : {};
}
