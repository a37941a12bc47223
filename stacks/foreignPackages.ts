import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { loadCompiled } from "./compiledPolicies";

type Request = Readonly<Record<string, undefined | (() => unknown)>>;
type Call = (request: Request, ...others: unknown[]) => unknown;

/** Calls of the program to the engine that have a package's code run, and which method of the request says whose. */
const CALLS = {
  registerResource: "getType",
  readResource: "getType",
  invoke: "getTok",
  call: "getTok",
  registerPackage: "getName",
} as const;

/**
 * Refuses what runs code of a package that no rule reads: its resources, its components, which another process makes, its
 * functions, some of which run commands at each preview, and packages that are made of a Terraform provider or module.
 *
 * @param isExempt whether there is an exemption for the provider of that package
 */
export function refuseForeignPackages(isExempt: (name: string) => boolean): void {
  refusePluginsOfProject();
  const { isKnownPackage, packageOf } = loadCompiled("shared/packages");
  const monitor = pulumi.runtime.getMonitor();
  if (!isClient(monitor)) throw new Error("This program is run by the Pulumi CLI.");
  for (const [name, token] of Object.entries(CALLS)) {
    const call = monitor[name];
    if (call === undefined)
      throw new Error(`@pulumi/pulumi calls ${name} otherwise. Install the version in package.json.`);
    monitor[name] = (request, ...others) => {
      const asked = textOf(request, token);
      const from = packageOf(asked);
      if (!isKnownPackage(from) && !isMadeHere(name, request) && !isExempt(from))
        throw new pulumi.RunError(
          `${asked} is of the package ${from}, which no rule here reads. Use @pulumi/aws, or write an exemption from foreign-package for pulumi:providers:${from} into stacks/policies.json`,
        );
      refusePluginFrom(textOf(request, "getPlugindownloadurl") + textOf(request, "getDownloadUrl"), asked);
      if (name === "registerPackage" && request["getParameterization"]?.() !== undefined)
        throw new pulumi.RunError(
          `${asked}: a package that is made of another one is read by no rule. Use @pulumi/aws`,
        );
      return call.call(monitor, request, ...others);
    };
  }
}

/** The engine would take a program from there, and give it the credentials of the deployment. */
export function refusePluginFrom(url: string, asked: string): void {
  if (url !== "")
    throw new pulumi.RunError(
      `${asked}: the plugin address ${url} is not where Pulumi's own plugins come from. Leave it out`,
    );
}

/** Names by which the engine finds a project. */
const PROJECT_FILES = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];
const SECTION = /(?:^|[\s{,"'])(plugins|packages)["']?\s*:/;

/** A plugin that the project's file names is taken instead of Pulumi's own, for packages that the rules know as well. */
function refusePluginsOfProject(): void {
  const folder = process.env["PULUMI_NODEJS_ROOT_DIRECTORY"] ?? process.cwd();
  const texts = PROJECT_FILES.map((name) => join(folder, name)).filter((file) => existsSync(file));
  // However it is indented or quoted: no project of ours has the words for something else.
  const [, section] = texts.map((file) => SECTION.exec(readFileSync(file, "utf8"))).find((each) => each !== null) ?? [];
  if (section !== undefined)
    throw new pulumi.RunError(
      `Pulumi.yaml has ${section}:, which has programs of somebody else make this program's resources. Remove it`,
    );
}

/** The SDK types what it calls; here it is looked at by name. */
function isClient(monitor: unknown): monitor is Record<string, Call | undefined> {
  return typeof monitor === "object" && monitor !== null;
}

/** What a request says, where it has such a field at all. */
function textOf(request: Request, getter: string): string {
  const value = request[getter]?.();
  return typeof value === "string" ? value : "";
}

/** A component of this program is no package's, whatever its type is called. */
function isMadeHere(call: string, request: Request): boolean {
  return call === "registerResource" && request["getCustom"]?.() === false && request["getRemote"]?.() === false;
}
