import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { countCases } from "./countCases";
import type { RuleTests, TestsIndex } from "./matrix";

/** Where the cases of the rules are, relative to the folder of the program. */
const CASES = "tests/policies/cases";

/** The tests of every rule, found by reading their files. */
export function testsIndexOf(root: string): TestsIndex {
  const folder = join(root, CASES);
  if (!existsSync(folder)) return { shipped: false, byRule: {} };
  const names = readdirSync(folder)
    .filter((each) => each.endsWith(".ts"))
    .toSorted();
  const files = names.map((each) => ({
    name: basename(each, ".ts"),
    text: readFileSync(join(folder, each), "utf8"),
  }));
  const byRule = [...countCases(files)].map(([id, { file, ...counts }]): [string, RuleTests] => [
    id,
    { ...counts, file: `${CASES}/${file}.ts` },
  ]);
  return { shipped: true, byRule: Object.fromEntries(byRule) };
}
