"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { SetupFailure } = require("./failure");
const { run, startProgress, head } = require("./progress");
const { fingerprint, readStamp } = require("./stamp");

/** @typedef {{ dependencies: object, devDependencies: object }} Manifest */

/** @param {string} root */
const stampOf = (root) => path.join(root, "node_modules", ".setup-stamp");
/** @param {string} root */
const wanted = (root) => {
  /** @type {Manifest} */
  const { dependencies, devDependencies } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  const asked = JSON.stringify([dependencies, devDependencies, process.versions.modules]);
  return fingerprint(root, [path.join(root, "package-lock.json")], asked);
};

/** @param {string} root */
function dependenciesAreCurrent(root) {
  return readStamp(stampOf(root)) === wanted(root);
}

/**
 * `npm ci` from the lock file. Install scripts are never run: nothing here needs one, and they are a way in.
 * @param {string} root
 */
async function installDependencies(root) {
  const folder = path.join(root, "node_modules");
  // npm would empty the folder behind a link, which another clone may be using.
  if (fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink() === true)
    throw new SetupFailure(
      `${folder} is a link to packages that are not those of package-lock.json.`,
      "Remove the link and run the same command again.",
    );
  const done = startProgress("npm ci (about 400 packages, 700 MB on disk)");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const args = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await run(npm, args, { cwd: root, shell: process.platform === "win32" });
  done(code === 0 ? "done" : "failed");
  if (code !== 0)
    throw new SetupFailure(
      `npm ci failed:\n  ${head(output)}`,
      "Check that the npm registry is reachable (npm ping) and run the same command again.",
    );
  fs.writeFileSync(stampOf(root), wanted(root));
}

module.exports = { dependenciesAreCurrent, installDependencies };
