import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { checkAccountSettings, checkSettings } from "../../stacks/settings";
import { SECRET_SETTINGS } from "../../stacks/secretSettings";
import { nameOf, parseStackFile, stacksIn } from "./stackFile";
import { UsageError } from "./usageError";

const file = z.object({
  secretsprovider: z.string().optional(),
  encryptionsalt: z.string().optional(),
  config: z.record(z.string(), z.unknown()).default({}),
});

/** A stack's file as the program reads it. */
export interface StackFile {
  readonly stack: string;
  /** Below `telehealth:`, without secrets. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What the program would refuse, with what to write instead. */
  readonly problems: readonly string[];
  readonly secretsProvider: string | undefined;
}

/** Every `Pulumi.<stack>.yaml` of the project, by name. */
export function readStackFiles(root: string, namespace: string): readonly StackFile[] {
  return stacksIn(root).map((stack) => stackFile(stack, readFileSync(join(root, nameOf(stack)), "utf8"), namespace));
}

export function stackFile(stack: string, text: string, namespace: string): StackFile {
  const { config, secretsprovider, encryptionsalt, problem } = readYaml(text, stack, namespace);
  const prefix = `${namespace}:`;
  const settings = Object.fromEntries(
    Object.entries(config).flatMap(([key, value]) => {
      const name = key.slice(prefix.length);
      return key.startsWith(prefix) && !SECRET_SETTINGS.includes(name) ? [[name, asPulumi(value)] as const] : [];
    }),
  );
  const engine = { project: namespace, stack, autonaming: config["pulumi:autonaming"] };
  const checked = stack === "account" ? checkAccountSettings(settings) : checkSettings(settings, engine);
  // Of a file that cannot be read, every setting would be missing.
  const isRead = Object.keys(config).length > 0 || problem === undefined;
  const problems = "problems" in checked && isRead ? checked.problems : [];
  const whole = problem === undefined ? [] : [problem];
  return {
    stack,
    settings,
    problems: [
      ...whole,
      ...problems.map(
        ({ key, wrong, write }) => `${prefix}${key}: ${wrong}.${write === undefined ? "" : ` ${write}.`}`,
      ),
    ],
    secretsProvider: secretsprovider ?? (encryptionsalt === undefined ? undefined : "passphrase"),
  };
}

/** Pulumi hands over a number that stands alone as text. */
const asPulumi = (value: unknown) => (typeof value === "number" ? String(value) : value);

/** The content, or why there is none. What else is wrong with it does not keep the rest from being looked at. */
function readYaml(text: string, stack: string, project: string): z.infer<typeof file> & { readonly problem?: string } {
  try {
    return file.parse(parseStackFile(Buffer.from(text), nameOf(stack), { stack, project }));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // The name of the file stands before each problem already.
    const problem = error.message
      .replace(`${nameOf(stack)}:`, "")
      .trim()
      .replace(/^(?=\d)/, "line ");
    const read = file.safeParse(parsed(text));
    return { config: {}, ...(read.success && read.data), problem };
  }
}

function parsed(text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
