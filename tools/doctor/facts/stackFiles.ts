import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { checkAccountSettings, checkSettings } from "../../../stacks/settings";
import { SECRET_SETTINGS } from "../../../stacks/profile";

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
  return readdirSync(root)
    .flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
    .toSorted()
    .map((stack) => stackFile(stack, readFileSync(join(root, `Pulumi.${stack}.yaml`), "utf8"), namespace));
}

export function stackFile(stack: string, text: string, namespace: string): StackFile {
  const written = readYaml(text);
  if (typeof written === "string") return { stack, settings: {}, problems: [written], secretsProvider: undefined };
  const { config, secretsprovider, encryptionsalt } = written;
  const prefix = `${namespace}:`;
  const settings = Object.fromEntries(
    Object.entries(config).flatMap(([key, value]) => {
      const name = key.slice(prefix.length);
      return key.startsWith(prefix) && !SECRET_SETTINGS.includes(name) ? [[name, asPulumi(value)] as const] : [];
    }),
  );
  const engine = { project: namespace, stack, autonaming: config["pulumi:autonaming"] };
  const checked = stack === "account" ? checkAccountSettings(settings) : checkSettings(settings, engine);
  const problems = "problems" in checked ? checked.problems : [];
  return {
    stack,
    settings,
    problems: problems.map(
      ({ key, wrong, write }) => `${prefix}${key}: ${wrong}.${write === undefined ? "" : ` ${write}.`}`,
    ),
    secretsProvider: secretsprovider ?? (encryptionsalt === undefined ? undefined : "passphrase"),
  };
}

/** Pulumi hands over a number that stands alone as text. */
const asPulumi = (value: unknown) => (typeof value === "number" ? String(value) : value);

function readYaml(text: string): z.infer<typeof file> | string {
  try {
    const read = file.safeParse(parse(text) ?? {});
    return read.success ? read.data : "The file has no config: of keys and values.";
  } catch (error) {
    return `The file is no YAML: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`;
  }
}
