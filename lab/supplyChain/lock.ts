import { z } from "zod";

const names = z.record(z.string(), z.string()).optional();
const entry = z.object({
  name: z.string().optional(),
  version: z.string().optional(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  license: z.string().optional(),
  link: z.boolean().default(false),
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: names,
  devDependencies: names,
  optionalDependencies: names,
});
const schema = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), entry) });

/** A package as `package-lock.json` has it. */
export interface LockedPackage extends z.infer<typeof entry> {
  /** Where npm puts it: `node_modules/a/node_modules/b`. */
  readonly path: string;
  /** Its real name, also if it is installed under another one. */
  readonly name: string;
}

export interface Lock {
  readonly root: LockedPackage;
  /** Sorted by path; without the folders of this repository that stand in for a package, which nobody has to fetch. */
  readonly packages: readonly LockedPackage[];
}

/** Reads a lock file of npm 7 or later. */
export function readLock(text: string): Lock {
  const { packages } = schema.parse(JSON.parse(text));
  const all = Object.entries(packages)
    .map(([path, each]) => ({ ...each, path, name: each.name ?? path.split("node_modules/").at(-1) ?? path }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const [root, ...others] = all;
  if (root?.path !== "") throw new Error("package-lock.json: it has no entry for the project itself.");
  const own = new Set(others.map(({ path }) => path).filter((path) => !/(^|\/)(node_modules|\.\.)\//.test(path)));
  return {
    root,
    packages: others.filter(({ path, link, resolved }) => !own.has(path) && !(link && own.has(resolved ?? ""))),
  };
}

/** What Node finds for a name that a package requires: the nearest one on the way up. */
export function resolvedIn(lock: Lock, from: LockedPackage, name: string): LockedPackage | undefined {
  for (let path = from.path; ; path = path.slice(0, Math.max(0, path.lastIndexOf("/node_modules/")))) {
    const nearest = path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`;
    const found = lock.packages.find((each) => each.path === nearest);
    if (found !== undefined || path === "") return found;
  }
}
