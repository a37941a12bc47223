import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";

/** What the SDK's own declaration file says about one property of a resource type. */
export interface Property {
  /** The TypeScript type, without what Pulumi wraps around it. */
  readonly type: string;
  /** It may stay undefined: AWS computes no value for it. */
  readonly optional: boolean;
  readonly doc: string;
}

/** A resource type as @pulumi/aws declares it: read from the installed package, so it cannot fall behind it. */
export interface SdkFacts {
  readonly inputs: ReadonlyMap<string, Property>;
  readonly outputs: ReadonlyMap<string, Property>;
}

const NOTHING: SdkFacts = { inputs: new Map(), outputs: new Map() };
const known = new Map<string, SdkFacts>();

/** The facts about `ec2/vpc:Vpc`; for a type that the SDK does not have, no properties at all. */
export function sdkFacts(type: string): SdkFacts {
  const found = known.get(type) ?? read(type);
  known.set(type, found);
  return found;
}

function read(type: string): SdkFacts {
  const [, file, className] = /^((?:\w+\/)?\w+):(\w+)$/.exec(type) ?? [];
  if (file === undefined || className === undefined) return NOTHING;
  const directory = path.dirname(createRequire(__filename).resolve("@pulumi/aws/package.json"));
  let source: string;
  try {
    source = readFileSync(path.join(directory, `${file}.d.ts`), "utf8");
  } catch {
    return NOTHING;
  }
  const classBody = between(source, `export declare class ${className} `, "\n    constructor(");
  const argsBody = between(source, `export interface ${className}Args {`, "\n}");
  return { outputs: properties(classBody, "readonly ", "Output"), inputs: properties(argsBody, "", "Input") };
}

function between(source: string, start: string, end: string): string {
  const from = source.indexOf(start);
  return from < 0 ? "" : source.slice(from, source.indexOf(end, from));
}

function properties(body: string, modifier: string, wrapper: string): ReadonlyMap<string, Property> {
  const pattern = new RegExp(
    `\\n(?:    /\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\n)?    ${modifier}(\\w+)(\\??): pulumi\\.${wrapper}<([\\s\\S]*?)>;(?=\\n|$)`,
    "g",
  );
  const found = new Map<string, Property>();
  for (const [, doc = "", name = "", mark = "", declared = ""] of body.matchAll(pattern)) {
    const type = declared.replace(/ \| undefined$/, "");
    const optional = mark === "?" || type !== declared;
    found.set(name, { type, optional, doc: doc.replace(/\s*\n\s*\*\s*/g, " ").trim() });
  }
  return found;
}
