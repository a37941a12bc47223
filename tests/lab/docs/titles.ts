import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as ts from "typescript";

const ROOT = join(__dirname, "../../..");

export const read = (file: string): string => readFileSync(join(ROOT, file), "utf8");
export const isThere = (file: string): boolean => file !== "" && existsSync(join(ROOT, file));

const known = new Map<string, (title: string) => boolean>();

/** Whether a test file has a test, or a group of tests, of that title. */
export function hasTest(file: string, title: string): boolean {
  const titles = known.get(file) ?? titlesOf(read(file));
  known.set(file, titles);
  return titles(title);
}

/** The tests that a page names, as `file.test.ts`: "title", "title". */
export const testsNamedIn = (page: string): readonly (readonly [file: string, title: string])[] =>
  [...page.matchAll(/`(tests\/[\w./-]+\.test\.ts)`: ((?:"[^"]+"(?:, )?)+)/g)].flatMap(([, file = "", titles = ""]) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = ""]) => [file, title] as const),
  );

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether a file has a test, or a group of tests, of a title. One made of values counts if the file has those values. */
export function titlesOf(text: string): (title: string) => boolean {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  const texts = new Set<string>();
  let isNamedElsewhere = false;
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    const title = ts.isCallExpression(node) && /^(it|describe)$/.test(node.expression.getText()) && node.arguments[0];
    if (title && ts.isStringLiteralLike(title)) exact.add(title.text);
    if (title && ts.isIdentifier(title)) isNamedElsewhere = true;
    if (title && ts.isTemplateExpression(title)) {
      const parts = [title.head, ...title.templateSpans.map(({ literal }) => literal)];
      patterns.push(new RegExp(`^${parts.map((each) => escaped(each.text)).join("(.*)")}$`));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("x.ts", text, ts.ScriptTarget.Latest, true));
  const words = new Set(text.split(/\W+/));
  const isWritten = (value: string) => texts.has(value) || value.split(/\W+/).every((word) => words.has(word));
  return (title) =>
    exact.has(title) ||
    (isNamedElsewhere && texts.has(title)) ||
    patterns.some((pattern) => pattern.exec(title)?.slice(1).every(isWritten));
}
