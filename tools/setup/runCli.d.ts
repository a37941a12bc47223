/** Runs the CLI on this terminal, waits for it whatever signal comes, and answers with its exit code. */
export function runCli(
  cli: string,
  args: readonly string[],
  options: {
    readonly cwd: string;
    readonly env?: NodeJS.ProcessEnv;
    readonly stderr?: "ignore";
    readonly stdout?: "ignore" | "inherit";
  },
): Promise<number>;
