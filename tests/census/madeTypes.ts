import * as aws from "@pulumi/aws";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";

const ROOT = join(__dirname, "../..");

/** A type of resource that the program makes, without `aws:`, and a file that makes it. */
export interface MadeType {
  readonly type: string;
  readonly file: string;
}

/**
 * Every type of AWS that components and stacks make, whatever the settings: each class of the SDK that they use as a value,
 * be it behind `new` or handed to a function that makes it. What awsx makes for them is in its recordings.
 */
export function madeTypes(): readonly MadeType[] {
  const found = new Map<string, string>();
  for (const [type, file] of [...ofClasses(), ...ofAwsx()]) if (!found.has(type)) found.set(type, file);
  return [...found].map(([type, file]) => ({ type, file })).toSorted((a, b) => (a.type < b.type ? -1 : 1));
}

function ofClasses(): readonly (readonly [type: string, file: string])[] {
  const files = ["components", "stacks"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => `${folder}/${file}`),
  );
  return files.toSorted().flatMap((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(ROOT, file), "utf8"), ts.ScriptTarget.Latest);
    return classesIn(source, source).map((type) => [type, file] as const);
  });
}

/** `aws.lb.Listener` as an expression; in the place of a type it is another kind of node. */
function classesIn(node: ts.Node, source: ts.SourceFile): readonly string[] {
  const inside: string[] = [];
  node.forEachChild((child) => {
    inside.push(...classesIn(child, source));
  });
  if (!ts.isPropertyAccessExpression(node)) return inside;
  const [root, module = "", name = ""] = node.getText(source).split(".");
  const type = root === "aws" ? tokenOf(module, name) : undefined;
  return type === undefined ? inside : [type, ...inside];
}

function tokenOf(module: string, name: string): string | undefined {
  const token: unknown = Reflect.get(aws, module)?.[name]?.__pulumiType;
  return typeof token === "string" ? token.replace(/^aws:/, "") : undefined;
}

function ofAwsx(): readonly (readonly [type: string, file: string])[] {
  const folder = "tests/fixtures/awsx-vpc";
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const tokens = readFileSync(join(ROOT, folder, file), "utf8").matchAll(/"aws:(\w+\/\w+:\w+)"/g);
      return [...tokens].map(([, type = ""]) => [type, `${folder}/${file}`] as const);
    });
}
