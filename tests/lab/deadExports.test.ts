import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

const ROOT = join(__dirname, "../..");
/** Lists of what the product knows, which tests compare with the world. */
const COMPARED = ["tools/catalogue/index.ts: entries"];
/** Whatever is not a test. */
const PRODUCT = ["components", "stacks", "tools", "lab", "policies"];

interface Module {
  readonly file: string;
  /** Values that can be imported. Types are left out: one may be exported because it is part of something that is. */
  readonly exports: readonly { readonly name: string; readonly usedInside: boolean }[];
  /** Names that it takes from other modules, by their files; `*` is all of them. */
  readonly imports: readonly (readonly [file: string, name: string])[];
}

function filesOf(room: string): string[] {
  return readdirSync(join(ROOT, room), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|js|mjs)$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => join(ROOT, room, file))
    .filter((file) => !file.startsWith(join(ROOT, "policies", "bin")) && !file.includes("node_modules"));
}

/** The file that `./name` means: TypeScript or JavaScript, or a folder's index. */
function target(from: string, specifier: string, files: ReadonlySet<string>): string | undefined {
  const path = resolve(dirname(from), specifier);
  return [path, `${path}.ts`, `${path}.js`, join(path, "index.ts"), join(path, "index.js")].find((file) =>
    files.has(file),
  );
}

function read(file: string, files: ReadonlySet<string>): Module {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const exports: string[] = [];
  const words = new Map<string, number>();
  const imports: (readonly [string, string])[] = [];
  const from = (specifier: ts.Expression | undefined, names: readonly string[]) => {
    if (specifier === undefined || !ts.isStringLiteral(specifier) || !specifier.text.startsWith(".")) return;
    const found = target(file, specifier.text, files);
    if (found !== undefined) imports.push(...names.map((name) => [found, name] as const));
  };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) words.set(node.text, (words.get(node.text) ?? 0) + 1);
    if (ts.isImportDeclaration(node)) from(node.moduleSpecifier, importedNames(node.importClause));
    else if (ts.isExportDeclaration(node))
      from(
        node.moduleSpecifier,
        node.exportClause !== undefined && ts.isNamedExports(node.exportClause)
          ? node.exportClause.elements.map(({ name, propertyName }) => (propertyName ?? name).text)
          : ["*"],
      );
    else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference))
      from(node.moduleReference.expression, ["*"]);
    else if (ts.isCallExpression(node) && node.expression.getText() === "require") from(node.arguments[0], ["*"]);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      from(node.arguments[0], ["*"]);
    else exports.push(...exportedNames(node));
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return { file, exports: exports.map((name) => ({ name, usedInside: (words.get(name) ?? 0) > 1 })), imports };
}

function importedNames(clause: ts.ImportClause | undefined): string[] {
  const bindings = clause?.namedBindings;
  if (bindings === undefined || !ts.isNamedImports(bindings)) return ["*"];
  return bindings.elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

function exportedNames(node: ts.Node): string[] {
  const isExported =
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  // What is exported by default is loaded by the file's path, as a reporter by mocha.
  const isDefault =
    ts.canHaveModifiers(node) && ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword);
  if (isExported !== true || isDefault === true) return [];
  if (ts.isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ name }) => (ts.isIdentifier(name) ? [name.text] : []));
  if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node))
    return node.name === undefined ? [] : [node.name.text];
  return [];
}

/** Names that others take, by the file that has them. */
function uses(modules: Iterable<Module>): (file: string, name: string) => boolean {
  const names = new Map<string, Set<string>>();
  for (const { imports } of modules)
    for (const [file, name] of imports) names.set(file, (names.get(file) ?? new Set()).add(name));
  return (file, name) => names.get(file)?.has("*") === true || names.get(file)?.has(name) === true;
}

describe("what a module exports", function () {
  this.timeout(60_000);
  const product = [join(ROOT, "index.ts"), ...PRODUCT.flatMap(filesOf)];
  const tests = filesOf("tests");
  const files = new Set([...product, ...tests]);
  const modules = new Map([...files].map((file) => [file, read(file, files)]));
  const modulesOf = (all: readonly string[]) => all.flatMap((file) => modules.get(file) ?? []);
  const inProduct = uses(modulesOf(product));
  const inTests = uses(modulesOf(tests));
  const exported = modulesOf(product).flatMap(({ file, exports }) =>
    // Commands are found by their file's name.
    exports.filter(({ name }) => name !== "main").map((each) => ({ file, ...each })),
  );

  it("is needed by the product, not by tests alone", () => {
    assert.ok(exported.length > 500);
    const dead = exported.filter(({ file, name, usedInside }) => !usedInside && !inProduct(file, name));
    assert.deepEqual(dead.map(titleOf), COMPARED);
  });

  it("is taken by somebody: what only its own file needs is not exported", () => {
    const needless = exported.filter(({ file, name }) => !inProduct(file, name) && !inTests(file, name));
    assert.deepEqual(needless.map(titleOf), []);
  });
});

const titleOf = ({ file, name }: { readonly file: string; readonly name: string }) =>
  `${relative(ROOT, file)}: ${name}`;
