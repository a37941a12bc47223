import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { type AccountProfile, accountSchema } from "./accountProfile";
import { crossCheck, crossCheckAccount, type Problem } from "./crossCheck";
import { type Named, namingProblems } from "./naming";
import { type Profile, profileSchema } from "./profile";
import { SECRET_SETTINGS } from "./secretSettings";

/** Characters of a value or a key that a message shows. */
const SHOWN = 60;

/** The settings of an environment. */
export function readSettings(): Profile {
  const named = { project: pulumi.getProject(), stack: pulumi.getStack() };
  return read((raw, engine) => checkSettings(raw, { autonaming: engine["pulumi:autonaming"], ...named }));
}

/** The settings of what exists once in the account. */
export function readAccountSettings(): AccountProfile {
  return read(checkAccountSettings);
}

type Checked<P> = { profile: P } | { problems: Problem[] };

/** Reads the stack's configuration once. Every problem is in one message, each with its key and what to write. */
function read<P>(check: (raw: Record<string, unknown>, engine: Record<string, unknown>) => Checked<P>): P {
  const { name: namespace } = new pulumi.Config();
  const prefix = `${namespace}:`;
  const config = Object.entries(pulumi.runtime.allConfig()).map(([key, value]) => [key, parseValue(value)] as const);
  const raw = config.flatMap(([key, value]) =>
    key.startsWith(prefix) ? [[key.slice(prefix.length), value] as const] : [],
  );
  const plain = raw.filter(([key]) => !SECRET_SETTINGS.includes(key));
  const encrypted = encryptedKeys();
  const open = raw
    .filter(([key, value]) => isOpenSecret(key, value, encrypted.includes(prefix + key)))
    .map(([key]) => key);
  const sealed = plain.map(([key]) => key).filter((key) => encrypted.includes(prefix + key));
  const result = check(
    Object.fromEntries(plain.filter(([key]) => !sealed.includes(key))),
    Object.fromEntries(config.filter(([key]) => !key.startsWith(prefix))),
  );
  if ("profile" in result && sealed.length + open.length === 0) return result.profile;
  // What a sealed section lacks is not missing, and nothing of it may be shown.
  const others = "problems" in result ? result.problems.filter(({ key }) => !sealed.includes(sectionOf(key))) : [];
  const lines = [...open.map((key) => openSecret(prefix + key, key)), ...sealed.map(sealedKey), ...others].map(
    ({ key, wrong, write }) => `  ${prefix}${oneLine(key)}: ${wrong}.${write ? ` ${write}.` : ""}`,
  );
  const count = `${lines.length} ${lines.length === 1 ? "setting has" : "settings have"} to be corrected`;
  throw new pulumi.RunError(`${count} in Pulumi.${pulumi.getStack()}.yaml:\n${lines.join("\n")}`);
}

/** Pulumi hands structured values over as JSON and everything else as text. */
function parseValue(value: string): unknown {
  if (value === "true" || value === "false") return value === "true";
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** What the engine's own settings say that concerns ours, and of which stack they are. */
export interface Engine extends Named {
  readonly autonaming: unknown;
}

/** Pure, so that they can be tested with any input. Without `engine`, names are not checked. */
export function checkSettings(raw: Record<string, unknown>, engine?: Engine): Checked<Profile> {
  const result = check(profileSchema, crossCheck, raw);
  if ("problems" in result || engine === undefined) return result;
  const problems = namingProblems(result.profile, engine.autonaming, engine);
  return problems.length === 0 ? result : { problems };
}

export function checkAccountSettings(raw: Record<string, unknown>): Checked<AccountProfile> {
  return check(accountSchema, crossCheckAccount, raw);
}

/** The checked settings, or all that is wrong with them. */
function check<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  crossCheckAll: (sound: Record<string, unknown>) => Problem[],
  raw: Record<string, unknown>,
): Checked<z.infer<z.ZodObject<S>>> {
  const shape: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  const known = Object.keys(shape);
  const unknown = Object.keys(raw).filter((key) => !known.includes(key));
  const problems = unknown.map((key) => unknownKey(key, known));
  const sound: Record<string, unknown> = {};
  for (const [key, section] of Object.entries(shape)) {
    const { success, data, error } = z.safeParse(section, raw[key]);
    if (success) sound[key] = data;
    else problems.push(...error.issues.flatMap((issue) => explain(issue, section, [key, ...issue.path], raw)));
  }
  problems.push(...crossCheckAll(sound));
  const complete = problems.length === 0 ? schema.safeParse(sound) : undefined;
  if (!complete?.success) return { problems };
  Object.freeze(complete.data);
  return { profile: complete.data };
}

type Path = readonly PropertyKey[];

function explain(
  issue: z.core.$ZodIssue,
  section: z.core.$ZodType,
  path: Path,
  raw: Record<string, unknown>,
): Problem[] {
  const key = path
    .reduce<string>((text, part) => text + (typeof part === "number" ? `[${part}]` : `.${String(part)}`), "")
    .slice(1);
  const schema = schemaAt(section, path.slice(1));
  if (issue.code === "unrecognized_keys") {
    const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
    return issue.keys.map((name) => unknownKey(`${key}.${name}`, known));
  }
  const value = path.reduce<unknown>((at, part) => (isRecord(at) ? at[String(part)] : undefined), raw);
  const write =
    schema instanceof z.ZodObject
      ? `Write its keys below it: ${Object.keys(schema.shape).join(", ")}`
      : schema?.meta()?.["write"];
  return [{ key, wrong: whatIsWrong(issue, value), ...(typeof write === "string" ? { write } : {}) }];
}

/** Our own messages begin with a verb and go on from the value: `10.0.0.0/33 is not an IPv4 network`. */
function whatIsWrong(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return "is missing";
  if (issue.message.startsWith("names")) return issue.message;
  if (isRecord(value)) return "is not of this form";
  if (issue.message.startsWith("is ")) return `${shown(value)} ${issue.message}`;
  return issue.code === "custom" ? issue.message : `${shown(value)} is not valid`;
}

function unknownKey(key: string, known: readonly string[]): Problem {
  return { key, wrong: "is not a setting", write: `Remove it, or write one of: ${known.join(", ")}` };
}

/** The keys that are encrypted in the stack's file, as the engine tells every program; the SDK keeps its reader to itself. */
function encryptedKeys(): readonly string[] {
  return z.array(z.string()).parse(JSON.parse(process.env["PULUMI_CONFIG_SECRET_KEYS"] ?? "[]"));
}

/** What `npm start` puts in the place of an encrypted value, which no offline run can open. */
const PLACEHOLDER = "offline-placeholder";

const isOpenSecret = (key: string, value: unknown, isEncrypted: boolean) =>
  SECRET_SETTINGS.includes(key) && !isEncrypted && value !== PLACEHOLDER;

function openSecret(whole: string, key: string): Problem {
  return {
    key,
    wrong: "is a secret in plain text, and would go into the state's history as it stands",
    write: `Remove the line, change the secret where it is used, and run: npm run pulumi -- config set --secret ${whole} --stack ${pulumi.getStack()}`,
  };
}

function sealedKey(key: string): Problem {
  return {
    key,
    wrong: `is encrypted, and the only secrets are ${SECRET_SETTINGS.join(", ")}`,
    write: "Write it in plain text, or correct its name",
  };
}

/** `network` of `network.availabilityZones[1]`. */
function sectionOf(key: string): string {
  return key.split(/[.[]/)[0] ?? key;
}

/** A value as a message shows it: on one line, and its beginning only, so that a pasted key is not printed in full. */
function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}...` : text;
}

function oneLine(key: string): string {
  return JSON.stringify(key).slice(1, -1).slice(0, SHOWN);
}

/** The schema of the value at a path, so that its `write` text can be shown. */
function schemaAt(schema: z.core.$ZodType, [first, ...rest]: Path): z.ZodType | undefined {
  if (schema instanceof z.ZodOptional)
    return schemaAt(
      schema.unwrap(),
      [first, ...rest].filter((part) => part !== undefined),
    );
  if (first === undefined) return schema instanceof z.ZodType ? schema : undefined;
  if (schema instanceof z.ZodArray) return schemaAt(schema.element, rest);
  if (schema instanceof z.ZodTuple) return schemaAt(schema.def.items[0] ?? schema, rest);
  const inside: unknown = schema instanceof z.ZodObject ? schema.shape[String(first)] : undefined;
  return inside instanceof z.ZodType ? schemaAt(inside, rest) : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
