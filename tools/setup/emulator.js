"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { SetupFailure } = require("./failure");
const { run, startProgress, tail } = require("./progress");
const { fingerprint, readStamp } = require("./stamp");

const REQUIREMENTS = path.join(__dirname, "emulator", "requirements.txt");
/** @param {string} root */
const folderOf = (root) => path.join(root, ".setup", "emulator");
/** @param {string} root */
const stampOf = (root) => path.join(folderOf(root), "stamp");
/** @param {string} root */
const wanted = (root) => fingerprint(root, [REQUIREMENTS]);

/**
 * The emulator of AWS that the operations are tested against; undefined until it is installed.
 * @param {string} root
 */
function findEmulator(root) {
  const folder = path.join(folderOf(root), process.platform === "win32" ? "Scripts" : "bin");
  return readStamp(stampOf(root)) === wanted(root) ? path.join(folder, "moto_server") : undefined;
}

/**
 * Installs moto from PyPI into a folder of its own. Only tests need it, so a machine without Python gets on without.
 * @param {string} root
 */
async function installEmulator(root) {
  const python = process.platform === "win32" ? "python" : "python3";
  if ((await run(python, ["--version"])).code !== 0) {
    console.error("set-up: there is no Python 3, so the operations cannot be tested against the emulator of AWS.");
    return;
  }
  const done = startProgress("installing the emulator of AWS (moto, for tests only)");
  const folder = folderOf(root);
  fs.rmSync(folder, { recursive: true, force: true });
  const made = await run(python, ["-m", "venv", folder]);
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--requirement", REQUIREMENTS];
  const bin = path.join(folder, process.platform === "win32" ? "Scripts" : "bin", "python");
  const { code, output } = made.code === 0 ? await run(bin, pip) : made;
  done(code === 0 ? "done" : "failed");
  if (code !== 0)
    throw new SetupFailure(
      `The emulator cannot be installed:\n  ${tail(output)}`,
      "Check that PyPI is reachable and that Python has venv (Debian: python3-venv), and run the same command again.",
    );
  fs.writeFileSync(stampOf(root), wanted(root));
}

module.exports = { findEmulator, installEmulator };
