import * as ts from "typescript";

/** A file of cases. */
export interface CaseFile {
  /** Without folder and ending: what another file imports it by. */
  readonly name: string;
  readonly text: string;
}

/** What a file declares and imports at its top, by name. */
export interface CaseModule {
  readonly name: string;
  readonly declared: ReadonlyMap<string, ts.Node>;
  /** The file of the same folder that a name comes from. */
  readonly imported: ReadonlyMap<string, string>;
}

/** Reads the files as text; nothing of them runs. */
export function caseModules(files: readonly CaseFile[]): ReadonlyMap<string, CaseModule> {
  return new Map(
    files.map(({ name, text }) => {
      const { statements } = ts.createSourceFile(`${name}.ts`, text, ts.ScriptTarget.Latest);
      const declared = new Map(statements.flatMap(declarations));
      return [name, { name, declared, imported: new Map(statements.flatMap(imports)) }];
    }),
  );
}

function declarations(statement: ts.Statement): readonly (readonly [string, ts.Node])[] {
  if (ts.isFunctionDeclaration(statement))
    return statement.name && statement.body ? [[statement.name.text, statement.body]] : [];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.flatMap(({ name, initializer }) =>
    ts.isIdentifier(name) && initializer ? [[name.text, initializer] as const] : [],
  );
}

function imports(statement: ts.Statement): readonly (readonly [string, string])[] {
  if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
  const [, from] = /^\.\/(\w+)$/.exec(statement.moduleSpecifier.text) ?? [];
  const bindings = statement.importClause?.namedBindings;
  if (from === undefined || !bindings || !ts.isNamedImports(bindings)) return [];
  return bindings.elements.map(({ name }) => [name.text, from] as const);
}
