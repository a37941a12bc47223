import { strict as assert } from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { within } from "../../policies/engine/timeLimit";

const POLICIES = join(__dirname, "..", "..", "policies");
/** Characters. What grows with the square of it takes minutes, what is linear less than a millisecond. */
const SIZE = 300_000;
const LIMIT = 10_000;
const GENERAL = ["a", "A", "0", " ", "-", "_", ".", "/", ":", "*", "?", "\n", '"', "\\"];
const ENDS = ["", "!", "\n!"];

/** Every regular expression in the source of the pack, and the first file that has it. */
function expressions(): ReadonlyMap<string, { readonly file: string; readonly expression: RegExp }> {
  const found = new Map<string, { file: string; expression: RegExp }>();
  for (const file of readdirSync(POLICIES, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts") || /^(bin|node_modules)\//.test(file)) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) {
        const [, source = "", flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(node.text) ?? [];
        found.set(node.text, { file, expression: new RegExp(source, flags.replace("g", "")) });
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(join(POLICIES, file), "utf8"), ts.ScriptTarget.Latest, true));
  }
  return found;
}

/** What an expression speaks of: its words, what they begin and end with, its characters, and pairs of both. */
function fragmentsOf({ source }: RegExp): readonly string[] {
  const words = source.replace(/\\[a-zA-Z]/g, " ").match(/[A-Za-z][A-Za-z_]+/g) ?? [];
  const marks = [...new Set(source.replace(/\\[a-zA-Z]/g, "").match(/[^A-Za-z0-9\s]/g) ?? [])];
  const longest = words.toSorted((a, b) => b.length - a.length).slice(0, 6);
  const pairs = longest.flatMap((word) => marks.slice(0, 6).map((mark) => word + mark));
  return [...new Set([...GENERAL, ...marks, ...longest, ...pairs])];
}

const repeated = new Map<string, string>();
function repeat(fragment: string): string {
  const text = repeated.get(fragment) ?? fragment.repeat(Math.ceil(SIZE / fragment.length));
  repeated.set(fragment, text);
  return text;
}

describe("the regular expressions of the pack", () => {
  const all = [...expressions()];

  it("are found", () => {
    assert.ok(all.length > 200, String(all.length));
  });

  it("end on texts that were made to be slow to read, each by itself", function () {
    this.timeout(600_000);
    const slow: string[] = [];
    for (const [text, { file, expression }] of all)
      try {
        within(
          LIMIT,
          () => {
            for (const fragment of fragmentsOf(expression))
              for (const end of ENDS) expression.test(repeat(fragment) + end);
          },
          () => `${file}: ${text}`,
        );
      } catch (error) {
        slow.push(String(error));
      }
    assert.deepEqual(slow, []);
  });
});
