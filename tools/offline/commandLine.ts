import { type CliLine, JUDGED, readCliLine } from "../shared/cliLine";
import { UsageError } from "../shared/usageError";

/** Commands that take the flags which make a run offline. */
const WITH_CONFIG_FILE = new Set(["preview", "up", "refresh", "destroy", "import", "watch", "config"]);
const WITH_PLUGINS = new Set(["preview", "up", "refresh", "destroy", "import", "watch"]);
/** Commands that create the stack they are asked about, as a first `npm start` must. */
const CREATING = new Set(["preview", "up", "import", "watch", "config"]);
/** Commands that know `--stack`. Any other gets none, so that the CLI can say what is wrong with it. */
const WITH_STACK = new Set([...WITH_CONFIG_FILE, "stack", "state", "cancel", "logs", "console"]);
const STACK_SUBCOMMANDS_WITHOUT_STACK = new Set(["ls", "init", "select"]);
/** Subcommands of `config` that only read. */
const READING = new Set(["get", undefined]);

export interface CommandLine {
  readonly stack: string;
  /** Whether the command needs the stack to exist. */
  readonly needsStack: boolean;
  /** Whether the command is about the committed settings of the stack. */
  readonly readsSettings: boolean;
  /** Whether the CLI knows no other way to be told of the copy than to be run beside it, or it writes the committed file. */
  readonly runsBesideCopy: boolean;
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
  const line = readCliLine(typed);
  const { command = "preview", operands, rest } = line;
  refuseWhatIsNotOffline(line);
  const given = line.valueOf("--stack", "-s");
  const stack = stackNamed(given ?? "dev");
  const has = (...flags: readonly string[]) => line.valueOf(...flags) !== undefined;
  const takesStack =
    WITH_STACK.has(command) && !(command === "stack" && STACK_SUBCOMMANDS_WITHOUT_STACK.has(operands[0] ?? ""));
  const passesPack = JUDGED.has(command) && !has("--policy-pack");
  const added = [
    ...(takesStack && given === undefined ? ["--stack", stack] : []),
    ...(WITH_CONFIG_FILE.has(command) && !has("--config-file") ? ["--config-file", files.configFor(stack)] : []),
    ...(WITH_PLUGINS.has(command) ? ["--skip-plugin-pre-install"] : []),
    // In a log the engine repeats a line for every message a resource has.
    ...(WITH_PLUGINS.has(command) && !files.isTerminal && !has("--json", "-j") ? ["--suppress-progress"] : []),
    ...(passesPack ? ["--policy-pack", files.policyPack] : []),
    ...(passesPack && !has("--policy-pack-config") ? ["--policy-pack-config", files.policyConfig] : []),
  ];
  // Behind a "--" everything is an operand, so our flags go before it.
  const end = rest.includes("--") ? rest.indexOf("--") : rest.length;
  return {
    stack,
    needsStack: CREATING.has(command),
    readsSettings: WITH_CONFIG_FILE.has(command) && !has("--config-file"),
    runsBesideCopy: !WITH_CONFIG_FILE.has(command),
    args: [command, ...rest.slice(0, end), ...added, ...rest.slice(end)],
  };
}

/** Settings are read from the committed files at every command, and the language host writes no code. */
function refuseWhatIsNotOffline({ command, operands, valueOf }: CliLine): void {
  const [subcommand] = operands;
  if (command === "import" && valueOf("--generate-code") !== "false")
    throw new UsageError(
      "import: nothing here writes code for what is imported. Add --generate-code=false. Nothing was changed.",
    );
  if (command === "config" && !READING.has(subcommand) && valueOf("--config-file") === undefined)
    throw new UsageError(
      `config ${subcommand ?? ""}: an offline run reads the committed Pulumi.<stack>.yaml and writes none. Edit that file, or encrypt a secret with \`npm run pulumi -- config ${subcommand ?? ""} ...\`. Nothing was changed.`,
    );
}

/** As Pulumi allows it. A name becomes part of paths. */
function stackNamed(stack: string): string {
  if (/^[A-Za-z0-9_.-]{1,100}$/.test(stack) && !/^\.+$/.test(stack)) return stack;
  throw new UsageError(
    `--stack ${stack}: is not the name of a stack. Write letters, digits, hyphens, underscores and dots, such as dev.`,
  );
}
