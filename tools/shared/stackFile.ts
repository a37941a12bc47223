import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Document, isMap, isScalar, type LineCounter, LineCounter as Lines, parseAllDocuments, visit } from "yaml";
import { SECRET_SETTINGS } from "../../stacks/secretSettings";
import { UsageError } from "./usageError";

/** Bytes. The committed files have six thousand; a megabyte of anything is a mistake. */
const LARGEST = 256 * 1024;
/** Characters of one value; keys in PEM have under a thousand, and the engine gives up at some hundred thousand. */
const LONGEST = 16 * 1024;
/** Levels of maps and lists; our settings have five. */
const DEEPEST = 20;
/** Uses of one anchor by another multiply: nine of them in nine lines are a billion values. */
const MOST_ALIASES = 50;

/** What Pulumi knows in a stack's file, and of what kind each is. */
const TOP: Readonly<Record<string, "map" | "text" | "map or list">> = {
  config: "map",
  secretsprovider: "text",
  encryptedkey: "text",
  encryptionsalt: "text",
  environment: "map or list",
};

export type StackFileContent = Readonly<Record<string, unknown>>;

export const nameOf = (stack: string) => `Pulumi.${stack}.yaml`;

/** The stacks that have a file. */
export function stacksIn(root: string): readonly string[] {
  return readdirSync(root)
    .flatMap((name) => /^Pulumi\.(.+)\.yaml$/.exec(name)?.[1] ?? [])
    .toSorted();
}

/** Reads the settings of a stack. @throws UsageError with file, line and column, what is wrong there and what to write */
export function readStackFile(root: string, stack: string, project: string): StackFileContent {
  const file = join(root, nameOf(stack));
  if (!existsSync(file))
    throw new UsageError(
      `${nameOf(stack)} does not exist. Write --stack with one of ${stacksIn(root).join(", ")}, or make the file: docs/configuration.md.`,
    );
  if (!statSync(file).isFile()) throw new UsageError(`${nameOf(stack)} is no file. Put the stack's settings there.`);
  const bytes = readFileSync(file);
  return parseStackFile(bytes, nameOf(stack), { stack, project });
}

/** @param name what messages call the file */
export function parseStackFile(
  bytes: Buffer,
  name: string,
  { stack, project }: { readonly stack: string; readonly project: string },
): StackFileContent {
  const fail = (problem: string, at?: { readonly line: number; readonly col: number }): never => {
    throw new UsageError(`${name}${at === undefined ? "" : `:${at.line}:${at.col}`}: ${problem}`);
  };
  if (bytes.length > LARGEST)
    fail(`has ${bytes.length} bytes, and ${LARGEST} are enough. Look what was pasted into it.`);
  const text = textOf(bytes) ?? fail("is no text in UTF-8. Save it as UTF-8.");
  const lines = new Lines();
  const [document, second] = documentsOf(text, lines) ?? fail(TOO_DEEP);
  const problem = document?.errors[0] ?? second?.errors[0];
  if (problem !== undefined) fail(wordsOf(problem.message), lines.linePos(problem.pos[0]));
  if (second !== undefined)
    fail("holds a second document. Remove the line --- and what it separates.", startOf(second, lines));
  if (document?.contents === null || document === undefined) fail("is empty. Write config: and the settings below it.");
  else checkNodes(document, lines, fail);
  const content: unknown = document?.toJS({ maxAliasCount: MOST_ALIASES });
  if (!isRecord(content)) return fail("holds no keys and values. Write config: and the settings below it.");
  const place = (...path: readonly string[]) => positionOf(document, lines, path);
  for (const [key, value] of Object.entries(content)) {
    const kind = TOP[key];
    if (kind === undefined)
      fail(`${shown(key)} is nothing that Pulumi knows here. Settings stand below config:.`, place(key));
    else if (!isOf(kind, value)) fail(`${key} is no ${kind}. ${HOW[key] ?? ""}`, place(key));
  }
  for (const [key, value] of Object.entries(isRecord(content["config"]) ? content["config"] : {})) {
    const wrong = problemOf(key, value, { stack, project });
    if (wrong !== undefined) fail(wrong, place("config", key));
  }
  if (!isRecord(content["config"]) || content["config"][LOCK] === undefined)
    fail(`has no ${LOCK}. Write it below config:, with [aws].`, place("config"));
  return content;
}

const HOW: Readonly<Record<string, string>> = {
  config: "Write the settings below it, two spaces in: telehealth:region: us-east-1.",
};

type Fail = (problem: string, at?: { readonly line: number; readonly col: number }) => never;

/** A fatal decoder: what is no UTF-8 would otherwise become marks that nobody wrote. */
function textOf(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}

function documentsOf(text: string, lines: LineCounter): readonly Document.Parsed[] | undefined {
  try {
    const read = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
    return "empty" in read ? [] : read;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Depth, length and aliases, before anything is made of them. */
function checkNodes(document: Document.Parsed, lines: LineCounter, fail: Fail): void {
  let aliases = 0;
  visit(document, {
    Alias: (_, alias, path) => {
      const at = alias.range ? lines.linePos(alias.range[0]) : undefined;
      aliases += 1;
      const anchor = alias.resolve(document);
      if (anchor === undefined)
        fail(`*${alias.source} has no anchor. Write &${alias.source} before the value that it stands for.`, at);
      if (path.some((each) => each === anchor))
        fail(`*${alias.source} stands inside of itself. Write the value out.`, at);
      if (aliases > MOST_ALIASES) fail(`has more than ${MOST_ALIASES} aliases. Write the values out.`, at);
    },
    Node: (_, node, path) => {
      const at = node.range ? lines.linePos(node.range[0]) : undefined;
      if (path.length > 2 * DEEPEST) fail(`is nested more than ${DEEPEST} deep. No setting is.`, at);
      if (isScalar(node) && typeof node.value === "string" && node.value.length > LONGEST)
        fail(`has a value of ${node.value.length} characters, and ${LONGEST} are enough.`, at);
      if (isScalar(node) && typeof node.value === "number" && !Number.isSafeInteger(Math.trunc(node.value)))
        fail(`${node.source ?? "this"} is no number that a setting can have. Put it in quotes if it is text.`, at);
    },
  });
}

/** What is wrong with a key below config: that the program itself cannot see, or sees too late. */
function problemOf(
  key: string,
  value: unknown,
  { stack, project }: { stack: string; project: string },
): string | undefined {
  if (!/^[A-Za-z][\w-]*(?::[\w.-]+){1,2}$/.test(key))
    return `${shown(key)} is no key. Write the namespace before it, such as ${project}:${key.replace(/[^\w]/g, "") || "region"}.`;
  if (key.startsWith("aws:") || key.startsWith("awsx:"))
    return `${key} has no effect: the one provider gets region and account from ${project}:region and ${project}:accountId. Remove it.`;
  if (key === LOCK) return lockProblem(value);
  if (key === "pulumi:autonaming" && !isRecord(value))
    return `${key} is no map. Copy it from the committed Pulumi.dev.yaml.`;
  const name = key.slice(project.length + 1);
  if (key.startsWith(`${project}:`) && SECRET_SETTINGS.includes(name) && !isEncrypted(value))
    return `${key} is a secret in plain text, and would go into the state's history as it stands. Remove the line, change the secret where it is used, and run: npm run pulumi -- config set --secret ${key} --stack ${stack}`;
  return undefined;
}

const LOCK = "pulumi:disable-default-providers";

/** Without it a resource that names no provider goes to whatever account the shell is signed in to. */
function lockProblem(value: unknown): string | undefined {
  const names = typeof value === "string" ? jsonOf(value) : value;
  const isLocked =
    Array.isArray(names) &&
    names.every((each) => typeof each === "string") &&
    names.some((each) => each === "aws" || each === "*");
  return isLocked ? undefined : `${LOCK} is no list with aws in it. Write ${LOCK}: [aws].`;
}

/** `pulumi config set` writes a list as the text of its JSON, and the engine reads that as well. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isEncrypted = (value: unknown) =>
  isRecord(value) && typeof value["secure"] === "string" && Object.keys(value).length === 1;

function isOf(kind: string, value: unknown): boolean {
  if (kind === "text") return typeof value === "string";
  // An empty config: is null to YAML.
  return value === null || isRecord(value) || (kind === "map or list" && Array.isArray(value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function positionOf(document: Document.Parsed | undefined, lines: LineCounter, path: readonly string[]) {
  let node: unknown = document?.contents;
  for (const [index, key] of path.entries()) {
    if (!isMap(node)) return undefined;
    const pair = node.items.find((each) => isScalar(each.key) && String(each.key.value) === key);
    if (pair === undefined) return undefined;
    if (index === path.length - 1)
      return isScalar(pair.key) && pair.key.range ? lines.linePos(pair.key.range[0]) : undefined;
    node = pair.value;
  }
  return undefined;
}

const startOf = (document: Document.Parsed, lines: LineCounter) => lines.linePos(document.range[0]);

const TOO_DEEP = "is nested too deep to be read. No setting is that deep.";

/** The parser's own words, as one sentence; it reads each level with a call. */
function wordsOf(message: string): string {
  if (message.includes("call stack")) return TOO_DEEP;
  return `${message.split("\n")[0]?.replace(/[.:]*$/, "") ?? ""}. Correct the line.`;
}

const shown = (text: string) => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
