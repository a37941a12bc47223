"use strict";

const fs = require("node:fs");
const path = require("node:path");
const { SetupFailure } = require("./failure");
const { run, startProgress, tail } = require("./progress");
const { fingerprint, readStamp } = require("./stamp");

const MAIN = "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml";
const SOURCES = path.join(__dirname, "yaml");
/** @param {string} root */
const folderOf = (root) => path.join(root, ".setup", "yaml");
/** @param {string} root */
const stampOf = (root) => path.join(folderOf(root), "stamp");
/** @param {string} root */
const wanted = (root) =>
  fingerprint(
    root,
    ["go.mod", "go.sum"].map((file) => path.join(SOURCES, file)),
  );

/**
 * The folder of Pulumi's language host for YAML, to be put on PATH; undefined until it is built.
 * @param {string} root
 */
function findYamlHost(root) {
  return readStamp(stampOf(root)) === wanted(root) ? folderOf(root) : undefined;
}

/**
 * Builds Pulumi's own language host for YAML from Go modules: the test of the pack on a program that is not in TypeScript
 * needs one. An official CLI has it; a machine without Go gets on without that test.
 * @param {string} root
 */
async function buildYamlHost(root) {
  if ((await run("go", ["version"])).code !== 0) {
    console.error("set-up: there is no Go, so the pack cannot be tested on a program in YAML.");
    return;
  }
  const folder = folderOf(root);
  fs.mkdirSync(folder, { recursive: true });
  const done = startProgress("building the language host for YAML from Go modules (for tests only)");
  const env = { ...process.env, CGO_ENABLED: "0", GOFLAGS: "-mod=readonly -trimpath -buildvcs=false" };
  const { code, output } = await run("go", ["build", "-ldflags", "-s -w", "-o", `${folder}${path.sep}`, MAIN], {
    cwd: SOURCES,
    env,
  });
  done(code === 0 ? "done" : "failed");
  if (code !== 0)
    throw new SetupFailure(
      `The language host for YAML does not build:\n  ${tail(output)}`,
      "Check that the Go module proxy is reachable (go env GOPROXY) and run the same command again.",
    );
  fs.writeFileSync(stampOf(root), wanted(root));
}

module.exports = { buildYamlHost, findYamlHost };
