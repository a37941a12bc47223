/** What a phase runs. The first command that fails ends the build: nothing after a gate ever runs beyond it. */
export interface Buildspec {
  /** Language -> version: AWS, "Available runtimes". */
  readonly runtimes: Readonly<Record<string, string>>;
  /** Variables that later actions of the pipeline may read. */
  readonly exports: readonly string[];
  readonly install: readonly string[];
  readonly before: readonly string[];
  readonly build: readonly string[];
  /** Files handed on; kept also when a gate fails, so that one sees why. */
  readonly artifacts: readonly string[];
}

/** AWS's own form, as JSON, which is YAML as well: nothing has to be quoted by hand. */
export function buildspecText({ runtimes, exports, install, before, build, artifacts }: Buildspec): string {
  // CodeBuild goes on to the next phase after a failed one unless it is told to stop.
  const phase = (commands: readonly string[]) => ({ "on-failure": "ABORT", commands });
  return JSON.stringify(
    {
      version: 0.2,
      env: { shell: "bash", ...(exports.length === 0 ? {} : { "exported-variables": exports }) },
      phases: {
        install: { "runtime-versions": runtimes, ...phase(install) },
        pre_build: phase(before),
        build: phase(build),
      },
      ...(artifacts.length === 0 ? {} : { artifacts: { files: artifacts } }),
    },
    undefined,
    2,
  );
}
