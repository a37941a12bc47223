"use strict";

const { spawnSync } = require("node:child_process");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");

/** @type {{ dependencies: { "@pulumi/pulumi": string } }} */
const { dependencies } = require("../../package.json");
/** That of the SDK: everything here was run with both of one version. */
const CLI_VERSION = dependencies["@pulumi/pulumi"];
const EXE = process.platform === "win32" ? "pulumi.exe" : "pulumi";

// An empty PULUMI_HOME counts as none, as for Pulumi itself.
/** @param {NodeJS.ProcessEnv} env */
const pulumiHome = ({ PULUMI_HOME: home = "" }) => (home === "" ? path.join(os.homedir(), ".pulumi") : home);
/**
 * Where the npm package `pulumi` and the Automation API look, so that every tool shares one installation.
 * @param {NodeJS.ProcessEnv} env
 */
const versionFolder = (env) => path.join(pulumiHome(env), "versions", CLI_VERSION);
/** @param {NodeJS.ProcessEnv} env */
const installedCli = (env) => path.join(versionFolder(env), "bin", EXE);
/** @param {string} root */
const verdictFile = (root) => path.join(root, ".setup", "cli.json");

/** @param {string} version */
const numbersOf = (version) => /^v?(\d+)\.(\d+)\.(\d+)/.exec(version)?.slice(1).map(Number) ?? [];

/**
 * An older CLI may not understand the SDK's protocol, another major may not understand the state.
 * @param {string} version
 */
function isSuitable(version) {
  const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = numbersOf(CLI_VERSION);
  const [major = 0, minor = 0, patch = 0] = numbersOf(version);
  if (major !== wantedMajor) return false;
  return minor > wantedMinor || (minor === wantedMinor && patch >= wantedPatch);
}

/**
 * What `pulumi version` of this executable prints, or undefined if it does not run: a half-written binary does not.
 * @param {string} file
 */
function versionOf(file) {
  const { status, stdout } = spawnSync(file, ["version"], {
    encoding: "utf8",
    env: { ...process.env, PULUMI_SKIP_UPDATE_CHECK: "true" },
    timeout: 60_000,
  });
  return status === 0 ? stdout.trim() : undefined;
}

/** @param {string} file */
function signatureOf(file) {
  // The real file: a shim stays the same when the version behind it changes.
  const real = fs.realpathSync(file);
  const { size, mtimeMs } = fs.statSync(real);
  return { file: real, size, mtimeMs };
}

/**
 * The first `pulumi` on PATH, except the one of the npm package (which may want to download).
 * @param {NodeJS.ProcessEnv} env
 */
function onPath(env) {
  for (const folder of (env.PATH ?? "").split(path.delimiter)) {
    if (folder === "" || folder.includes(`node_modules${path.sep}.bin`)) continue;
    const file = path.join(folder, EXE);
    try {
      fs.accessSync(file, fs.constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/**
 * Asks `pulumi version` and remembers a binary that will do: asking takes longer than all the rest of set-up.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
function suitableOnPath(root, env) {
  const file = onPath(env);
  if (file === undefined) return undefined;
  const signature = signatureOf(file);
  /** @type {Readonly<Record<string, unknown>>} */
  let known;
  try {
    known = JSON.parse(fs.readFileSync(verdictFile(root), "utf8"));
  } catch {
    known = {};
  }
  if (Object.entries(signature).every(([key, value]) => known[key] === value)) return file;
  const version = versionOf(file);
  if (version === undefined || !isSuitable(version)) return undefined;
  fs.mkdirSync(path.dirname(verdictFile(root)), { recursive: true });
  fs.writeFileSync(verdictFile(root), JSON.stringify(signature));
  return file;
}

/**
 * The CLI to use, or undefined if there is none yet. Installed ones are complete: they are renamed into place last.
 * @param {string} root
 */
function findCli(root, env = process.env) {
  const own = suitableOnPath(root, env);
  if (own) return own;
  return fs.existsSync(installedCli(env)) ? installedCli(env) : undefined;
}

module.exports = { CLI_VERSION, EXE, findCli, installedCli, isSuitable, versionFolder, versionOf };
