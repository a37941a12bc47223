import { join } from "node:path";
import { runNode } from "./child";
import type { Counts } from "./reporter";
import { ROOT } from "./testFiles";

const bin = (...parts: readonly string[]) => join(ROOT, "node_modules", ...parts);
const PRETTIER = [bin("prettier", "bin", "prettier.cjs"), "--log-level=warn"];

const CHECKS: readonly (readonly [name: string, ...words: string[]])[] = [
  ["lint", bin("eslint", "bin", "eslint.js"), "."],
  ["types", bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."],
  ["format", ...PRETTIER, "--check", "."],
];

/** Format, types and lint, one after the other: what runs beside them has the other core. */
export async function runChecks(): Promise<Counts> {
  let passed = 0;
  for (const [name, ...words] of CHECKS) {
    const { code, output } = await runNode(words, "keep");
    console.log(`  ${code === 0 ? "✔" : "✖"} ${name}${code === 0 ? "" : `\n${output}`}`);
    if (code === 0) passed += 1;
  }
  return { passed, failed: CHECKS.length - passed, skipped: 0 };
}

/** Writes every file as the formatter has it. */
export async function writeFormat(): Promise<number> {
  return (await runNode([...PRETTIER, "--write", "."], "show")).code;
}
