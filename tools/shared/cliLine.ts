/** Flags of the Pulumi CLI that are followed by no value. Every other flag without `=` takes the next word as its value. */
const SWITCHES = new Set([
  ...[
    "--disable-integrity-checking",
    "--emoji",
    "-e",
    "--fully-qualify-stack-names",
    "-Q",
    "--logflow",
    "--logtostderr",
  ],
  ...["--non-interactive", "--help", "-h", "--version", "--yes", "-y", "--json", "-j", "--diff", "--debug", "-d"],
  ...[
    "--refresh",
    "-r",
    "--skip-preview",
    "-f",
    "--expect-no-changes",
    "--show-secrets",
    "--show-sames",
    "--show-reads",
  ],
  ...["--show-config", "--show-replacement-steps", "--show-full-output", "--suppress-outputs", "--suppress-progress"],
  ...["--suppress-permalink", "--target-dependents", "--exclude-dependents", "--continue-on-error", "--urns", "--neo"],
  ...["--skip-plugin-pre-install", "--skip-config-validation", "--strict", "--attach-debugger", "--run-program"],
  ...["--preview-only", "--exclude-protected", "--ignore-protect", "--remove", "--all", "--secret", "--plaintext"],
  ...["--show-policy-remediations", "--generate-code", "--open", "--protect", "--preserve-config", "--remove-backups"],
  ...["--show-name", "--show-ids", "-i", "--show-urns", "-u"],
  ...["--path", "--config-path", "--force", "--clear-pending-creates", "--skip-pending-creates", "--no-select"],
]);

/** Other names of commands, as the CLI knows them. */
const ALIASES: Readonly<Record<string, string>> = {
  pre: "preview",
  update: "up",
  dn: "destroy",
  down: "destroy",
};

/** A line for the Pulumi CLI, read the way the CLI reads it: flags may stand anywhere before a `--`. */
export interface CliLine {
  /** The command by its first name: `update` is `up`. */
  readonly command: string | undefined;
  /** What comes after the command and is no flag: `unprotect` of `state unprotect`. */
  readonly operands: readonly string[];
  /** All words but the command, in their order. A line that begins with the command is read by the CLI as it was here. */
  readonly rest: readonly string[];
  /** The value of the flag's last use, which is the one that counts for the CLI; an empty text for a flag without one. */
  readonly valueOf: (...names: readonly string[]) => string | undefined;
}

/** The last part of a stack's name: `organization/telehealth/prod` is `prod`, whose file is Pulumi.prod.yaml. */
export function stackOf({ valueOf }: CliLine): string | undefined {
  return valueOf("--stack", "-s")?.split("/").at(-1);
}

/** Whether a switch is on: named alone, or with a value that is not false. */
export function isOn({ valueOf }: CliLine, name: string): boolean {
  const value = valueOf(name);
  return value !== undefined && !/^(?:false|f|0)$/i.test(value);
}

/** Flags of one word; a value that is undefined is the next word. */
type Read = readonly (readonly [flag: string, value: string | undefined])[];

function readLong(word: string): Read {
  const equals = word.indexOf("=");
  if (equals !== -1) return [[word.slice(0, equals), word.slice(equals + 1)]];
  return [[word, SWITCHES.has(word) ? "" : undefined]];
}

/** The CLI reads letter by letter, until one takes a value: `-ysprod` is `-y -s prod`, and so is `-ys=prod`. */
function readLetters(word: string): Read {
  const flag = word.slice(0, 2);
  const rest = word.slice(2);
  if (rest.startsWith("=")) return [[flag, rest.slice(1)]];
  if (SWITCHES.has(flag)) return rest === "" ? [[flag, ""]] : [[flag, ""], ...readLetters(`-${rest}`)];
  return [[flag, rest === "" ? undefined : rest]];
}

export function readCliLine(words: readonly string[]): CliLine {
  const flags: [string, string][] = [];
  const operands: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (word === "--") {
      operands.push(...[...words.keys()].slice(at + 1));
      break;
    }
    if (!word.startsWith("-") || word === "-") operands.push(at);
    else {
      const read = word.startsWith("--") ? readLong(word) : readLetters(word);
      flags.push(...read.map(([flag, value]): [string, string] => [flag, value ?? words[at + 1] ?? ""]));
      if (read.some(([, value]) => value === undefined)) at += 1;
    }
  }
  const [commandAt, ...others] = operands;
  const typed = commandAt === undefined ? undefined : words[commandAt];
  return {
    command: typed === undefined ? undefined : (ALIASES[typed] ?? typed),
    operands: others.map((at) => words[at] ?? ""),
    rest: words.filter((_, at) => at !== commandAt),
    valueOf: (...names) => flags.findLast(([flag]) => names.includes(flag))?.[1],
  };
}

/** Commands that make resources, and can be given policies. */
export const JUDGED: ReadonlySet<string | undefined> = new Set(["preview", "up", "watch"]);
