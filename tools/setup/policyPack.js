"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { SetupFailure } = require("./failure");
const { run, startProgress, tail } = require("./progress");
const { filesBelow, fingerprint, readStamp } = require("./stamp");

/** @param {string} root */
const binOf = (root) => path.join(root, "policies", "bin");
/** @param {string} root */
const stampOf = (root) => path.join(binOf(root), ".setup-stamp");

/** @param {string} root */
function wanted(root) {
  const folder = path.join(root, "policies");
  const isSource = (/** @type {string} */ file) =>
    /\.(ts|json)$/.test(file) && !file.startsWith(binOf(root)) && !file.includes("node_modules");
  const lock = path.join(root, "package-lock.json");
  return fingerprint(root, [...filesBelow(folder, isSource), lock]);
}

/** @param {string} root */
function policyPackIsCurrent(root) {
  return readStamp(stampOf(root)) === wanted(root);
}

/**
 * Compiles the pack: Pulumi would type-check its sources at every start, which takes 15 to 22 seconds.
 * @param {string} root
 */
async function buildPolicyPack(root) {
  const done = startProgress("compiling the policy pack");
  const stamp = wanted(root);
  // In a folder that git and the formatter ignore: an interrupted run may leave it.
  const aside = path.join(root, ".setup", "policies-bin");
  fs.rmSync(aside, { recursive: true, force: true });
  const tsc = path.join(root, "node_modules", "typescript", "bin", "tsc");
  const args = [tsc, "-p", path.join(root, "policies"), "--outDir", aside];
  const { code, output } = await run(process.execPath, args, { cwd: root });
  done(code === 0 ? "done" : "failed");
  if (code !== 0) {
    fs.rmSync(aside, { recursive: true, force: true });
    throw new SetupFailure(`The policy pack does not compile:\n  ${tail(output)}`, "Correct the errors in policies/.");
  }
  fs.writeFileSync(path.join(aside, ".setup-stamp"), stamp);
  fs.rmSync(binOf(root), { recursive: true, force: true });
  fs.renameSync(aside, binOf(root));
}

module.exports = { buildPolicyPack, policyPackIsCurrent };
