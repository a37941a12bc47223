import { PROJECT } from "../offline/state";
import { type CliLine, isOn, stackOf } from "../shared/cliLine";

/** Commands that bring resources into the state which no rule has judged. */
const BRINGING = ["import", "stack import"];
/** Commands that change what Pulumi knows and nothing else. */
const KNOWING = ["state edit", "state delete", "state unprotect", "state rename", "state move", "stack rm"];

const nameOf = ({ command, operands }: CliLine) =>
  command === "import" ? command : [command, ...operands.slice(0, 1)].join(" ");

/** Whether the state has to be judged when the command has ended. */
export function bringsResources(line: CliLine): boolean {
  return BRINGING.includes(nameOf(line)) && !isOn(line, "--preview-only");
}

/** What to do after a command whose work no rule sees; nothing after others. */
export function adviceAfter(line: CliLine): string | undefined {
  return KNOWING.includes(nameOf(line))
    ? `No rule sees what \`${nameOf(line)}\` changes. Run \`npm run preview\` now: it says what the program makes of it.`
    : undefined;
}

/** Variables by which the engine takes other programs than Pulumi's own for its providers, and gives them the credentials. */
const PLUGINS = ["PULUMI_DEBUG_PROVIDERS", "PULUMI_PLUGIN_DOWNLOAD_URL_OVERRIDES"];
/** Variables by which calls go somewhere else than to AWS, or by which somebody else is believed to be AWS. */
const ELSEWHERE: readonly (readonly [RegExp, string])[] = [
  // One for all services, or one for each.
  [/^AWS_ENDPOINT_URL(?:_|$)/, "calls for AWS would go somewhere else"],
  [/^AWS_CONFIG_FILE$/, "the settings of a file of its own would say where calls for AWS go"],
  [/^(?:AWS_CA_BUNDLE|SSL_CERT_FILE|SSL_CERT_DIR)$/, "certificates would be believed that are not AWS's"],
  [
    /^AWS_(?:EC2_METADATA_SERVICE_ENDPOINT|CONTAINER_CREDENTIALS_FULL_URI)$/,
    "the credentials would be taken from another address",
  ],
];

/** Why nothing is run in an environment, or nothing. */
export function refusalIn(env: NodeJS.ProcessEnv): string | undefined {
  const isSet = (name: string) => (env[name] ?? "") !== "";
  const plugin = PLUGINS.find(isSet);
  if (plugin !== undefined)
    return `${plugin} is set, so that other programs than Pulumi's own would make the resources. Unset it`;
  for (const [pattern, what] of ELSEWHERE) {
    const name = Object.keys(env).find((each) => pattern.test(each) && isSet(each));
    if (name !== undefined) return `${name} is set, so that ${what}. Unset it`;
  }
  return undefined;
}

/** The stack that is meant, if it is one of this project: `other/project/dev` is not ours to throw away. */
function stackOfProject(line: CliLine): string | undefined {
  const parts = line.valueOf("--stack", "-s")?.split("/") ?? [];
  const isOurs = parts.length < 3 || parts.at(-2) === PROJECT;
  return isOurs ? stackOf(line) : undefined;
}

/**
 * Why a line is not run, or nothing. The CLI itself still does it for somebody who means it.
 *
 * @param ephemeral the stacks that may be thrown away
 */
export function refusalOf(line: CliLine, ephemeral: readonly string[]): string | undefined {
  if (line.command === "do")
    return "do makes and changes things in AWS that are in no program and no state, and no rule sees them. Write them in the program";
  if (nameOf(line) === "package add")
    return "package add has resources made by a package that no rule reads. Use @pulumi/aws, or give the package an exemption and write it into package.json";
  if (
    nameOf(line) === "plugin install" &&
    ["--server", "--file", "-f"].some((each) => line.valueOf(each) !== undefined)
  )
    return "plugin install with an address or a file of its own puts another program in the place of Pulumi's plugin, which gets the credentials. Leave --server and --file out";
  const stack = stackOfProject(line);
  if (stack !== undefined && ephemeral.includes(stack)) return undefined;
  if (nameOf(line) === "state unprotect" && isOn(line, "--all"))
    return "state unprotect --all takes the protection from everything in the stack. Name the one resource that is to go: state unprotect <urn>";
  if (line.command === "destroy" && isOn(line, "--ignore-protect"))
    return "destroy --ignore-protect deletes what is protected because patients' data would go with it. docs/real-aws.md says how a stack is taken down";
  return undefined;
}
