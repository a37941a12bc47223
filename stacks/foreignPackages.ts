import * as pulumi from "@pulumi/pulumi";
import { loadCompiled } from "./compiledPolicies";
import { monitorOfProgram, type Message, textOf } from "./monitor";
import { problemOfProject } from "./projectFile";

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
  const monitor = monitorOfProgram();
  for (const [name, token] of Object.entries(CALLS)) {
    const call = monitor[name];
    if (call === undefined)
      throw new Error(`@pulumi/pulumi calls ${name} otherwise. Install the version in package.json.`);
    monitor[name] = (request, ...others) => {
      const asked = textOf(request, token);
      const from = packageOf(asked);
      if (!isKnownPackage(from) && !isMadeHere(name, request) && !isExempt(from))
        throw new pulumi.RunError(
          `${asked} comes from the package ${from}, which no rule here reads. Use @pulumi/aws, or write an exemption from foreign-package for pulumi:providers:${from} into stacks/policies.json`,
        );
      refusePluginFrom(textOf(request, "getPlugindownloadurl") + textOf(request, "getDownloadUrl"), asked);
      if (name === "registerPackage" && isMadeOfAnother(request))
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

/** Settings of a provider that say which program it is, and are no settings of the program. */
const OF_PLUGIN = ["pluginDownloadURL", "version", "parameterization", "__internal"];

/** The engine takes them from a provider's own settings as well, whoever wrote them there. */
export function refusePluginIn(type: string, props: Readonly<Record<string, unknown>>): void {
  const setting = type.startsWith("pulumi:providers:")
    ? OF_PLUGIN.find((name) => props[name] !== undefined)
    : undefined;
  if (setting !== undefined)
    throw new pulumi.RunError(
      `${type}: ${setting} among its settings has another program take the place of Pulumi's own plugin. Leave it out`,
    );
}

function refusePluginsOfProject(): void {
  const problem = problemOfProject(process.env["PULUMI_NODEJS_ROOT_DIRECTORY"] ?? process.cwd());
  if (problem !== undefined) throw new pulumi.RunError(problem);
}

/** A package that a provider makes of something else: of a Terraform provider in its place, or as an addition to its own. */
const isMadeOfAnother = (request: Message): boolean =>
  [request["getParameterization"]?.(), request["getExtension$"]?.()].some((setting) => setting !== undefined);

/** A component of this program is no package's, whatever its type is called. */
function isMadeHere(call: string, request: Message): boolean {
  return call === "registerResource" && request["getCustom"]?.() === false && request["getRemote"]?.() === false;
}
