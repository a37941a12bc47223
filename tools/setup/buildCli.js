"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { SetupFailure } = require("./failure");
const { CLI_VERSION, EXE } = require("./findCli");
const { placeLanguageHost } = require("./languageHost/place");
const { run, startProgress, tail } = require("./progress");

const MODULE = "github.com/pulumi/pulumi";
const MAIN = `${MODULE}/pkg/v3/cmd/pulumi`;
const SOURCES = path.join(__dirname, "cli");
const GO_MINIMUM = { major: 1, minor: 25 };
const GO_NAME = `${GO_MINIMUM.major}.${GO_MINIMUM.minor}`;
/** Modules, build cache and the linked binary, measured with empty caches. */
const DISK_NEEDED_BYTES = 3 * 1024 ** 3;
const OTHERWISE = `Or install Pulumi ${CLI_VERSION} yourself (pulumi.com/docs/install) and put it on your PATH.`;

/**
 * Refuses what would fail after minutes: no Go, an old Go, too little disk.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 * @param {number} freeBytes
 */
async function checkPrerequisites(folder, env, freeBytes) {
  const { code, output } = await run("go", ["version"], { env });
  if (code !== 0)
    throw new SetupFailure(
      `There is no Pulumi CLI here, it cannot be downloaded, and Go is missing to build it (${output.trim()}).`,
      `Install Go ${GO_NAME} or newer. ${OTHERWISE}`,
    );
  const [major = 0, minor = 0] = /go(\d+)\.(\d+)/.exec(output)?.slice(1).map(Number) ?? [];
  if (major < GO_MINIMUM.major || (major === GO_MINIMUM.major && minor < GO_MINIMUM.minor))
    throw new SetupFailure(
      `The Go here is too old to build the Pulumi CLI: ${output.trim()}.`,
      `Install Go ${GO_NAME} or newer. ${OTHERWISE}`,
    );
  if (freeBytes < DISK_NEEDED_BYTES)
    throw new SetupFailure(
      `Building the Pulumi CLI needs 3 GB of disk; ${folder} has ${(freeBytes / 1024 ** 3).toFixed(1)} GB.`,
      `Free some space, or point PULUMI_HOME to a larger disk. ${OTHERWISE}`,
    );
}

/**
 * Fetches the modules that the CLI imports, each checked against its hash in go.sum; answers how many packages it has.
 * @param {NodeJS.ProcessEnv} goEnv
 */
async function fetchModules(goEnv) {
  const done = startProgress("fetching the sources of the Pulumi CLI from the Go module proxy");
  const { code, output } = await run("go", ["list", "-deps", MAIN], { cwd: SOURCES, env: goEnv });
  done(code === 0 ? "done" : "failed");
  if (code !== 0)
    throw new SetupFailure(
      `The Go module proxy did not deliver the Pulumi CLI's sources:\n  ${tail(output)}`,
      `Check the network (go env GOPROXY) and run the same command again: what was fetched is kept. ${OTHERWISE}`,
    );
  return output.trim().split("\n").length;
}

/**
 * Builds the CLI from Go modules into `aside/bin`, with our language host beside it. Takes 4 to 10 minutes.
 * @param {string} aside
 * @param {NodeJS.ProcessEnv} env
 * @param {number} [freeBytes]
 */
async function buildCli(aside, env, freeBytes) {
  const { bavail, bsize } = fs.statfsSync(aside);
  await checkPrerequisites(aside, env, freeBytes ?? bavail * bsize);
  const goEnv = { ...env, CGO_ENABLED: "0", GOFLAGS: "-mod=readonly -trimpath -buildvcs=false" };
  const total = await fetchModules(goEnv);

  const bin = path.join(aside, "bin");
  const flags = `-s -w -X ${MODULE}/sdk/v3/go/common/version.Version=v${CLI_VERSION}`;
  let compiled = 0;
  const done = startProgress("building the Pulumi CLI from Go modules, once on this machine", () =>
    compiled > 0 ? `, ${compiled} of at most ${total} packages` : "",
  );
  const { code, output } = await run("go", ["build", "-v", "-ldflags", flags, "-o", path.join(bin, EXE), MAIN], {
    cwd: SOURCES,
    env: goEnv,
    onLine: () => compiled++,
  });
  done(code === 0 ? "done" : "failed");
  if (code !== 0)
    throw new SetupFailure(
      `The Pulumi CLI does not build:\n  ${tail(output)}`,
      `Run the same command again. ${OTHERWISE}`,
    );

  placeLanguageHost(bin);
  return bin;
}

module.exports = { DISK_NEEDED_BYTES, buildCli, checkPrerequisites };
