// `npm test`: format, types, lint, then every mocha test. All of them run, whatever fails; the last line has the sum.
"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

const ROOT = path.join(__dirname, "..", "..");
const bin = (...parts) => path.join(ROOT, "node_modules", ...parts);

const CHECKS = [
  ["format", bin("prettier", "bin", "prettier.cjs"), "--check", "--log-level=warn", "."],
  ["types", bin("typescript", "bin", "tsc"), "--noEmit", "-p", "."],
  ["lint", bin("eslint", "bin", "eslint.js"), "."],
];

function runNode(args, stdio) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

async function runCheck([name, ...args]) {
  const started = Date.now();
  const { code, output } = await runNode(args, ["ignore", "pipe", "pipe"]);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`  ${code === 0 ? "✔" : "✖"} ${name} (${seconds} s)${code === 0 ? "" : `\n${output}`}`);
  return code === 0;
}

async function main() {
  console.log("\n  checks");
  const results = await Promise.all(CHECKS.map(runCheck));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "telehealth-test-"));
  const counts = path.join(folder, "counts.json");
  const reporter = ["--reporter", path.join(__dirname, "reporter.js"), "--reporter-option", `counts=${counts}`];
  // `npm test -- tests/stacks/settings.test.ts` runs that file only.
  const asked = process.argv.slice(2);
  const files = asked.some((each) => each.endsWith(".ts")) ? [] : ["tests/**/*.test.ts"];
  const mocha = await runNode([bin("mocha", "bin", "mocha.js"), ...reporter, ...asked, ...files], "inherit");

  // A mocha that died before it could count is a failure of its own.
  const tests = fs.existsSync(counts)
    ? JSON.parse(fs.readFileSync(counts, "utf8"))
    : { passed: 0, failed: 0, skipped: 0, died: true };
  fs.rmSync(folder, { recursive: true });
  const died = tests.died || (mocha.code !== 0 && tests.failed === 0) ? 1 : 0;
  const passed = tests.passed + results.filter(Boolean).length;
  const failed = tests.failed + results.filter((ok) => !ok).length + died;
  console.log(`${passed} passed, ${failed} failed${tests.skipped ? `, ${tests.skipped} skipped` : ""}`);
  process.exit(failed === 0 ? 0 : 1);
}

main();
