import type { Finding } from "./finding";
import type { Lock } from "./lock";

/** Packages that would run a script when they are installed, and why they do without: set-up runs `npm ci --ignore-scripts`. */
export const NOT_NEEDED: Readonly<Record<string, string>> = {
  "@pulumi/docker-build":
    "downloads a provider; @pulumi/awsx brings it for its images, and the program makes none with it",
  "@pulumi/docker": "downloads a provider; @pulumi/awsx brings it for its images, and the program makes none with it",
  "@swc/core": "looks whether the compiler for this system came along, as it does, and would fetch a slower one",
  protobufjs: "prints a warning about versions",
};

/** Packages with a script that nobody has looked at, and entries for packages that have none. */
export function checkInstallScripts(
  { packages }: Lock,
  known: Readonly<Record<string, string>> = NOT_NEEDED,
): readonly Finding[] {
  const having = packages.filter(({ hasInstallScript }) => hasInstallScript);
  const unknown = having.filter(({ name }) => known[name] === undefined);
  const unneeded = Object.keys(known).filter((name) => !having.some((each) => each.name === name));
  return [
    ...unknown.map(({ path }) => ({
      where: path,
      problem:
        "it has an install script. Check whether it works without, and say why in lab/supplyChain/installScripts.ts",
    })),
    ...unneeded.map((where) => ({ where, problem: "it has no install script any more. Remove its entry" })),
  ];
}
