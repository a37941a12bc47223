/** Commands that take the flags which make a run offline. */
const WITH_CONFIG_FILE = new Set(["preview", "up", "update", "refresh", "destroy", "import", "watch", "config"]);
const WITH_PLUGINS = new Set(["preview", "up", "update", "refresh", "destroy", "import", "watch"]);
const WITH_POLICIES = new Set(["preview", "up", "update", "watch"]);
/** Flags of the CLI that are followed by a value, so that the value is not taken for the command. */
const VALUE_FLAGS = new Set([
  ...["--stack", "-s"],
  ...["--color", "--cwd", "-C", "--verbose", "-v", "--tracing", "--profiling"],
]);
/** Commands that create the stack they are asked about, as a first `npm start` must. */
const CREATING = new Set(["preview", "up", "update", "import", "watch", "config"]);
/** Commands that know no `--stack`. */
const WITHOUT_STACK = new Set(["about", "version", "plugin", "whoami", "schema", "help", "login", "logout", "policy"]);
const STACK_SUBCOMMANDS_WITHOUT_STACK = new Set(["ls", "init", "select"]);

export interface CommandLine {
  readonly stack: string;
  /** Whether the command runs the program, so that the stack has to exist. */
  readonly needsStack: boolean;
  /** Whether the CLI knows no other way to be told of the copy than to be run beside it, or it writes the committed file. */
  readonly runsBesideCopy: boolean;
  /** Whether our policy pack judges what the program makes, so that the program need not. */
  readonly passesPack: boolean;
  /** The whole line for the CLI, our flags added where the user did not give them. */
  readonly args: readonly string[];
}

/** Completes what the user typed: `preview` of `dev` by default, with the policy pack and a copy of the configuration. */
export function completeCommandLine(
  typed: readonly string[],
  files: {
    readonly configFor: (stack: string) => string;
    readonly policyPack: string;
    readonly policyConfig: string;
    readonly isTerminal: boolean;
  },
): CommandLine {
  const commandAt = typed.findIndex((each, index) => !each.startsWith("-") && !VALUE_FLAGS.has(typed[index - 1] ?? ""));
  const command = typed[commandAt] ?? "preview";
  const rest = typed.filter((_, index) => index !== commandAt);
  const stack = stackIn(rest) ?? "dev";
  const has = (flag: string) => rest.some((each) => each === flag || each.startsWith(`${flag}=`));
  const takesStack =
    !WITHOUT_STACK.has(command) && !(command === "stack" && STACK_SUBCOMMANDS_WITHOUT_STACK.has(rest[0] ?? ""));
  const passesPack = WITH_POLICIES.has(command) && !has("--policy-pack");
  const added = [
    ...(takesStack && stackIn(rest) === undefined ? ["--stack", stack] : []),
    ...(WITH_CONFIG_FILE.has(command) && !has("--config-file") ? ["--config-file", files.configFor(stack)] : []),
    ...(WITH_PLUGINS.has(command) ? ["--skip-plugin-pre-install"] : []),
    // In a log the engine repeats a line for every message a resource has.
    ...(WITH_PLUGINS.has(command) && !files.isTerminal && !has("--json") ? ["--suppress-progress"] : []),
    ...(passesPack ? ["--policy-pack", files.policyPack] : []),
    ...(passesPack && !has("--policy-pack-config") ? ["--policy-pack-config", files.policyConfig] : []),
  ];
  // Behind a "--" everything is an operand, so our flags go before it.
  const end = rest.includes("--") ? rest.indexOf("--") : rest.length;
  const args = [command, ...rest.slice(0, end), ...added, ...rest.slice(end)];
  return { stack, needsStack: CREATING.has(command), runsBesideCopy: !WITH_CONFIG_FILE.has(command), passesPack, args };
}

function isStackFlag(word: string | undefined): boolean {
  return word === "--stack" || word === "-s";
}

function stackIn(args: readonly string[]): string | undefined {
  for (const [index, each] of args.entries()) {
    if (isStackFlag(each)) return args[index + 1];
    const match = /^(?:--stack|-s)=(.+)$/.exec(each);
    if (match) return match[1];
  }
  return undefined;
}
