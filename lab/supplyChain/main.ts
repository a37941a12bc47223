import { execFile } from "node:child_process";
import { join } from "node:path";
import { z } from "zod";
import { optionsUsage, readOptions } from "../../tools/shared/options";
import { writeNamed } from "../../tools/shared/output";
import { runTool } from "../../tools/shared/tool";
import { type Audit, readAudit } from "./audit";
import { checkSources } from "./check";
import { readGoModules } from "./goModules";
import { readPythonPackages } from "./pythonPackages";
import { sbomOf } from "./sbom";
import { readSources } from "./sources";
import { supplyChainText } from "./text";

const ROOT = join(__dirname, "..", "..");
const OPTIONS = {
  out: z.string().optional().describe("writes the software bill of materials (CycloneDX 1.6) to this file"),
  offline: z.boolean().default(false).describe("does not ask the registry for known vulnerabilities"),
};
const USAGE = `npm run supply-chain -- [options]

Checks what we build on: hashes, licences, install scripts, pinned actions, known vulnerabilities. Ends with 1 if
something is not as it has to be. A registry that serves no advisories is said, and does not fail.
${optionsUsage(OPTIONS)}`;

/** Answers 1 if a check found something. */
export function main(words: readonly string[]): Promise<number> {
  return runTool({ usage: USAGE, run: supplyChain }, words);
}

async function supplyChain(words: readonly string[]): Promise<number> {
  const { out, offline } = readOptions(words, OPTIONS, USAGE);
  const sources = readSources(ROOT);
  const checks = checkSources(sources);
  const audit: Audit = offline ? { isServed: false, why: "it was not asked" } : readAudit(await npmAudit());
  console.log(supplyChainText(sources, checks, audit));
  if (out !== undefined) {
    const { lock, installed, requirements } = sources;
    const go = sources.go.flatMap(readGoModules);
    const sbom = sbomOf({ lock, installed, go, python: readPythonPackages(requirements) });
    writeNamed(out, `${JSON.stringify(sbom, null, 2)}\n`);
    console.log(`\n${out} is written: ${sbom.components.length} components.`);
  }
  const isBad = [...checks.values()].some((findings) => findings.length > 0);
  return isBad || (audit.isServed && audit.findings.length > 0) ? 1 : 0;
}

/** Its exit code says whether something was found, which its output says too. */
function npmAudit(): Promise<string> {
  const isWindows = process.platform === "win32";
  return new Promise((resolve) => {
    const options = { cwd: ROOT, maxBuffer: 64 * 1024 * 1024, shell: isWindows };
    execFile(isWindows ? "npm.cmd" : "npm", ["audit", "--json"], options, (_error, stdout) => {
      resolve(stdout);
    });
  });
}
