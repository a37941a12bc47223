interface MajorLine {
  /** Day on which AWS's own list (`aws rds describe-db-engine-versions`, us-east-1) was last compared with `minors`. */
  readonly asOf: string;
  /** Minors from which AWS still creates clusters, ascending. */
  readonly minors: readonly number[];
  readonly source: string;
}

/**
 * Aurora PostgreSQL versions AWS still creates clusters from. A minor disappears about a year after its release, and then
 * CreateDBCluster answers "Cannot find version", after the network has already been built for ten minutes.
 */
export const CREATABLE: Readonly<Record<string, MajorLine>> = {
  "15": {
    asOf: "2026-07-22",
    minors: [10, 12, 13, 14, 15, 17],
    source: "aws-samples/sample-apj-sup-sa#163, which met the refusal of 15.8 and listed what us-east-1 offered",
  },
};

/** What to write instead, for whoever shows the problem that `checkEngineVersion` found. */
export const ENGINE_VERSION_FIX = `Use ${Object.keys(CREATABLE)
  .map((major) => `"${major}" for AWS's current minor`)
  .join(", ")}, or a minor in full: ${creatableVersions().join(", ")}`;

/** Every version in full that can be offered to a user, ascending. */
export function creatableVersions(): string[] {
  return Object.entries(CREATABLE).flatMap(([major, { minors }]) => minors.map((minor) => `${major}.${minor}`));
}

/** The major of a version such as "15.17": it names the family of the parameter group. */
export function majorOf(version: string): string {
  return version.split(".")[0] ?? version;
}

/**
 * Why AWS would refuse to create a cluster of this version, or undefined when it would not. A minor newer than all of ours
 * is let through: AWS adds one every quarter, and a stale list must not stop anybody from using it.
 */
export function checkEngineVersion(version: string): string | undefined {
  const [, major, minor] = /^(\d+)(?:\.(\d+))?$/.exec(version) ?? [];
  if (major === undefined) return `${JSON.stringify(version.slice(0, 20))} is not a PostgreSQL version`;
  const line = CREATABLE[major];
  if (line === undefined) return `PostgreSQL ${major.slice(0, 20)} is not a major this project has parameters for`;
  if (minor === undefined || line.minors.includes(Number(minor))) return undefined;
  if (Number(minor) > Math.max(...line.minors)) return undefined;
  return `AWS no longer creates clusters of Aurora PostgreSQL ${version} (list of ${line.asOf})`;
}
