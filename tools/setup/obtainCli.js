"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { buildCli } = require("./buildCli");
const { SetupFailure } = require("./failure");
const { CLI_VERSION, EXE, installedCli, versionFolder, versionOf } = require("./findCli");
const { withLock } = require("./lock");
const { run, startProgress } = require("./progress");

const DOWNLOAD_LIMIT_MS = 5 * 60_000;

/**
 * The official CLI, downloaded by the npm package `pulumi` into a folder of its own; undefined if it cannot be reached.
 * @param {string} root
 * @param {string} aside
 * @param {NodeJS.ProcessEnv} env
 */
async function download(root, aside, env) {
  const done = startProgress(`downloading the Pulumi CLI ${CLI_VERSION}`);
  const { code, timedOut } = await run(
    process.execPath,
    [path.join(root, "node_modules", "pulumi", "run.js"), "version"],
    {
      env: { ...env, PULUMI_HOME: aside, PULUMI_VERSION: CLI_VERSION, PULUMI_SKIP_UPDATE_CHECK: "true" },
      timeoutMs: DOWNLOAD_LIMIT_MS,
    },
  );
  done(code === 0 ? "done" : timedOut ? "no answer" : "not possible here");
  if (code !== 0) return undefined;
  return path.join(aside, "versions", CLI_VERSION, "bin");
}

/**
 * Moves a finished installation into place, the CLI itself last: where it exists, everything beside it does.
 * @param {string} from
 * @param {NodeJS.ProcessEnv} env
 */
function install(from, env) {
  const to = path.dirname(installedCli(env));
  fs.mkdirSync(to, { recursive: true });
  const files = fs.readdirSync(from).sort((a, b) => Number(a === EXE) - Number(b === EXE));
  for (const file of files) fs.renameSync(path.join(from, file), path.join(to, file));
}

/**
 * Downloads or builds the CLI. Interrupted at any moment it leaves nothing that the next run would take for a CLI.
 * @param {string} root
 */
async function obtainCli(root, env = process.env) {
  const folder = versionFolder(env);
  await withLock(path.join(folder, "setup.lock"), async () => {
    if (fs.existsSync(installedCli(env))) return;
    // Under the lock, what an interrupted run left behind belongs to nobody.
    for (const left of fs.readdirSync(folder)) {
      if (left.startsWith("partial-")) fs.rmSync(path.join(folder, left), { recursive: true, force: true });
    }
    const aside = path.join(folder, `partial-${process.pid}`);
    fs.mkdirSync(aside, { recursive: true });
    try {
      const bin = (await download(root, aside, env)) ?? (await buildCli(aside, env));
      const version = versionOf(path.join(bin, EXE));
      if (version !== `v${CLI_VERSION}`)
        throw new SetupFailure(
          `The Pulumi CLI that was made answers "${version ?? "nothing"}" to "pulumi version", not "v${CLI_VERSION}".`,
          `It was not installed. Install Pulumi ${CLI_VERSION} yourself and put it on your PATH, or run this again.`,
        );
      install(bin, env);
    } finally {
      fs.rmSync(aside, { recursive: true, force: true });
    }
  });
}

module.exports = { obtainCli };
