import type { Finding } from "./finding";

/** A module that the set-up builds a Pulumi program from. */
export interface GoModule {
  readonly path: string;
  readonly version: string;
  /** What go.sum says the content adds up to; undefined if nothing of it is compiled. */
  readonly sum: string | undefined;
}

/** The two files of a Go program, as text. */
export interface GoFiles {
  readonly mod: string;
  readonly sum: string;
}

/** What go.mod requires, sorted by path. */
export function readGoModules({ mod, sum }: GoFiles): readonly GoModule[] {
  const sums = new Map(
    sum.split("\n").flatMap((line) => {
      const [path, version, hash] = line.split(" ");
      return path === undefined || version === undefined || hash === undefined ? [] : [[`${path} ${version}`, hash]];
    }),
  );
  return [...mod.matchAll(/^(?:require |\t)([^\s()]+) (v\S+)/gm)]
    .map(([, path = "", version = ""]) => ({ path, version, sum: sums.get(`${path} ${version}`) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Go refuses a content that is not in go.sum; whether a module's definition is there is what is checked here. Replacements come unseen. */
export function checkGoModules({ mod, sum }: GoFiles): readonly Finding[] {
  const known = new Set(sum.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const missing = readGoModules({ mod, sum }).filter(({ path, version }) => !known.has(`${path} ${version}/go.mod`));
  return [
    ...missing.map(({ path, version }) => ({
      where: `${path} ${version}`,
      problem: "go.sum has no hash of it. Run go mod tidy",
    })),
    ...(/^\s*replace\b/m.test(mod)
      ? [{ where: "go.mod", problem: "it replaces a module by another. Remove that" }]
      : []),
  ];
}
